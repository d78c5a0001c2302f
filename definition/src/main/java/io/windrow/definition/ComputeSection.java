package io.windrow.definition;

import io.windrow.aggregate.Aggregates;
import io.windrow.aggregate.Signature;
import io.windrow.definition.expression.Scope;
import io.windrow.expression.Expression;
import io.windrow.plan.PlugIns;
import io.windrow.plan.ViewDefinition.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a computed value: the call of an aggregate, such as {@code sum(price * 2.0)}. */
final class ComputeSection {
  private static final Pattern CALL = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*\\(");

  private final PlugIns plugIns;
  private final ExpressionReader expressions;
  private final Problems problems;

  ComputeSection(PlugIns plugIns, ExpressionReader expressions, Problems problems) {
    this.plugIns = plugIns;
    this.expressions = expressions;
    this.problems = problems;
  }

  Optional<Compute> read(Node.Entry entry, Scope scope) {
    Matcher call = CALL.matcher(entry.value() instanceof Node.Scalar scalar ? scalar.text() : "");
    if (!(entry.value() instanceof Node.Scalar scalar)
        || !call.lookingAt()
        || !closesAtEnd(scalar.text(), call.end())) {
      problems.add(
          entry.value().place(),
          entry.value().describe() + " for '" + entry.key().text() + "'",
          "an aggregate such as count() or sum(price)");
      return Optional.empty();
    }
    return signature(scalar, call)
        .flatMap(signature -> compute(entry.key().text(), scalar, call, signature, scope));
  }

  private static boolean closesAtEnd(String text, int start) {
    int close = Calls.closing(text, start - 1);
    return close < text.length() && text.substring(close + 1).isBlank();
  }

  private Optional<Signature> signature(Node.Scalar scalar, Matcher call) {
    String name = call.group(1);
    Place place = scalar.origin().at(call.start(1));
    Optional<Signature> signature = plugIns.signature(name);
    if (signature.isEmpty()) {
      addUnknown(place, name);
    }
    return signature;
  }

  private void addUnknown(Place place, String name) {
    String instead = OthersWords.aggregate(name);
    if (instead == null) {
      problems.addUnknown(place, "aggregate", name, "", names());
    } else {
      problems.add(place, "unknown aggregate '" + name + "'", instead);
    }
  }

  private List<String> names() {
    return Stream.concat(Aggregates.names().stream(), plugIns.aggregates().keySet().stream())
        .sorted()
        .toList();
  }

  private Optional<Compute> compute(
      String name, Node.Scalar scalar, Matcher call, Signature signature, Scope scope) {
    int end = Calls.closing(scalar.text(), call.end() - 1);
    List<int[]> bounds = Calls.arguments(scalar.text(), call.end(), end);
    if (scalar.text().substring(call.end(), end).strip().equals("*")) {
      problems.add(
          scalar.origin().at(call.end()), "'*' for '" + signature.name() + "'", signature.usage());
      return Optional.empty();
    }
    if (bounds.size() < signature.minArguments() || bounds.size() > signature.maxArguments()) {
      problems.add(
          scalar.origin().at(call.start(1)),
          bounds.size() + " arguments for '" + signature.name() + "'",
          signature.usage());
      return Optional.empty();
    }
    List<Expression> arguments = new ArrayList<>();
    for (int[] bound : bounds) {
      expressions
          .read(Fragment.of(scalar, bound[0], bound[1]), signature.name(), scope, signature.types())
          .ifPresent(arguments::add);
    }
    return arguments.size() == bounds.size()
        ? Optional.of(new Compute(name, signature.name(), arguments))
        : Optional.empty();
  }
}
