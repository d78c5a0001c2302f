package io.windrow.definition;

import io.windrow.contract.Rule;
import io.windrow.definition.expression.Scope;
import io.windrow.expression.Expression;
import io.windrow.expression.FieldType;
import io.windrow.plan.Clean;
import io.windrow.plan.NameForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is done to each event by itself: {@code clean}, {@code rules} and {@code keep}. */
final class RecordSection {
  private final ExpressionReader expressions;
  private final Problems problems;

  RecordSection(ExpressionReader expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  /** A field of {@code clean}, which those after it see. */
  Optional<Clean> clean(Node.Entry entry, Scope scope) {
    String field = entry.key().text();
    if (!NameForm.FIELD.matches(field)) {
      refuseField(entry, "", NameForm.FIELD.expected());
    } else if (liesInObject(field, scope)) {
      refuseField(entry, ", where that lies in an object", "the name of a top-level field");
    }
    return expressions.read(entry.value(), field, scope).map(value -> new Clean(field, value));
  }

  private void refuseField(Node.Entry entry, String why, String expected) {
    Node.Scalar key = entry.key();
    problems.add(key.place(), "'" + key.text() + "' as a field of 'clean'" + why, expected);
  }

  /** A name with a dot is then taken for a path, and would make a field that nobody meant. */
  private static boolean liesInObject(String field, Scope scope) {
    return !scope.fields().containsKey(field)
        && FieldPaths.of(scope).stream().anyMatch(path -> path.toString().equals(field));
  }

  /** What the scope is after a field of {@code clean}; one that is wrong may be anything. */
  static Scope after(Scope scope, Node.Entry entry, Optional<Clean> clean) {
    FieldType type =
        clean.map(made -> Types.field(made.value().type())).orElseGet(FieldType.Any::new);
    return scope.with(Map.of(entry.key().text(), type));
  }

  List<Rule> rules(List<Node> items, Scope scope) {
    Names names = new Names("a rule", problems);
    List<Rule> rules = new ArrayList<>();
    for (Node item : items) {
      SectionReader.of(Section.RULE, item, problems)
          .flatMap(reader -> rule(reader, names, scope))
          .ifPresent(rules::add);
    }
    return rules;
  }

  private Optional<Rule> rule(SectionReader reader, Names names, Scope scope) {
    Optional<String> name =
        reader
            .requiredText("name", "a name such as paid")
            .flatMap(text -> names.take(text, NameForm.RESOURCE));
    Optional<Expression> require =
        reader
            .required("require", "require: a condition such as event.price >= 0.0")
            .flatMap(node -> expressions.read(node, "require", scope, Types.CONDITION));
    return name.flatMap(by -> require.map(condition -> new Rule(by, condition)));
  }

  Optional<Expression> keep(Node node, Scope scope) {
    return expressions.read(node, "keep", scope, Types.CONDITION);
  }
}
