package io.windrow.definition.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import io.windrow.expression.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the check against a scope found wrong, in plain sentences with the names that may stand
 * there.
 */
final class CheckProblems {
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '(.*?)' .*");
  private static final Pattern UNDEFINED = Pattern.compile("undefined field '(.*)'");
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.*?)' applied to '(.*?)'(?: \\(candidates: (.*)\\))?");

  private final SyntaxTree tree;
  private final SourceText source;
  private final ScopeNames names;
  private final Set<String> own;

  /**
   * What is wrong in a tree.
   *
   * @param own the functions of plug-ins
   */
  CheckProblems(CelAbstractSyntaxTree parsed, Scope scope, Set<String> own) {
    this.tree = new SyntaxTree(parsed.getExpr());
    this.source = new SourceText(parsed.getSource());
    this.names = new ScopeNames(scope, tree);
    this.own = own;
  }

  List<Problem> of(Collection<CelIssue> issues) {
    return issues.stream().flatMap(this::problem).distinct().toList();
  }

  private Stream<Problem> problem(CelIssue issue) {
    CelExpr part = tree.part(issue.getExprId());
    Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
    if (undeclared.matches() && part != null) {
      return undeclared(issue.getSourceLocation(), part, undeclared.group(1));
    }
    Matcher undefined = UNDEFINED.matcher(issue.getMessage());
    if (undefined.matches() && part != null) {
      return Stream.of(undefined(issue.getSourceLocation(), part, undefined.group(1)));
    }
    Matcher overload = NO_OVERLOAD.matcher(issue.getMessage());
    String sentence =
        overload.matches() ? OverloadMessage.of(overload) : TypeNames.plain(issue.getMessage());
    return Stream.of(problem(issue.getSourceLocation(), sentence, null, List.of()));
  }

  private Stream<Problem> undeclared(CelSourceLocation place, CelExpr part, String name) {
    if (part.getKind() == Kind.CALL) {
      return Stream.of(unknownCall(source.nameBefore(place, name), part, name));
    }
    if (CelDialect.NAMESPACES.contains(name) && isReceiver(part)) {
      return Stream.empty();
    }
    return Stream.of(
        unknownField("no field " + name + " in the event", place, name, names.variables()));
  }

  private boolean isReceiver(CelExpr part) {
    CelExpr parent = tree.parent(part);
    return parent != null
        && parent.getKind() == Kind.CALL
        && parent.call().target().filter(target -> target.id() == part.id()).isPresent();
  }

  /** To the parser {@code not (paid)} is the call of a function. */
  private Problem unknownCall(CelSourceLocation place, CelExpr call, String name) {
    return ForeignOperators.advice(name)
        .filter(advice -> call.call().target().isEmpty())
        .map(advice -> problem(place, advice, null, List.of()))
        .orElseGet(() -> unknownFunction(place, call, name));
  }

  private Problem unknownFunction(CelSourceLocation place, CelExpr call, String name) {
    String namespace =
        call.call()
            .target()
            .filter(target -> target.getKind() == Kind.IDENT)
            .map(target -> target.ident().name())
            .filter(CelDialect.NAMESPACES::contains)
            .orElse("");
    String full = namespace.isEmpty() ? name : namespace + "." + name;
    Set<String> allowed = CelDialect.functionNames();
    allowed.addAll(own);
    return problem(place, "no function " + full, Nearest.to(full, allowed), List.copyOf(allowed));
  }

  private Problem undefined(CelSourceLocation place, CelExpr select, String name) {
    CelExpr object = select.select().operand();
    String owner = source.path(object);
    String sentence = "no field " + name + " in " + (owner.isEmpty() ? "that object" : owner);
    return unknownField(sentence, source.nameAfter(place, name), name, names.fieldsOf(object));
  }

  /**
   * To the parser {@code user-agent} is a difference, and {@code log.level} a field of an object.
   */
  private Problem unknownField(
      String sentence, CelSourceLocation place, String name, Map<String, String> fields) {
    String nearest =
        source.misreadAt(place, fields.keySet()).orElseGet(() -> Nearest.to(name, fields.keySet()));
    return problem(
        place,
        sentence,
        nearest == null ? null : fields.get(nearest),
        List.copyOf(fields.values()));
  }

  private static Problem problem(
      CelSourceLocation place, String sentence, @Nullable String nearest, List<String> allowed) {
    return new Problem(place.getLine(), place.getColumn() + 1, sentence, nearest, allowed);
  }
}
