package io.windrow.definition;

import io.windrow.definition.expression.ExpressionSyntaxException;
import io.windrow.definition.expression.Expressions;
import io.windrow.definition.expression.Scope;
import io.windrow.expression.Expression;
import io.windrow.plan.PlugIns;
import java.util.Optional;
import java.util.Set;

/** Compiles the expressions of a definition, and says where in the file one is wrong. */
final class ExpressionReader {
  private final Expressions expressions;
  private final Problems problems;

  ExpressionReader(PlugIns plugIns, Problems problems) {
    this.expressions = new Expressions(plugIns.functions());
    this.problems = problems;
  }

  /** The expression that a node is; numbers and booleans are expressions too. */
  Optional<Expression> read(Node node, String key, Scope scope) {
    return fragment(node, key).flatMap(fragment -> read(fragment, scope));
  }

  /** The expression that a node is, if it can have one of the types. */
  Optional<Expression> read(Node node, String key, Scope scope, Set<String> types) {
    return fragment(node, key).flatMap(fragment -> read(fragment, key, scope, types));
  }

  Optional<Expression> read(Fragment fragment, String key, Scope scope, Set<String> types) {
    Optional<Expression> expression = read(fragment, scope);
    if (expression.isPresent() && !types.contains(expression.get().type())) {
      problems.add(
          fragment.place(),
          "an expression of type " + expression.get().type() + " for '" + key + "'",
          Types.oneOf(types));
      return Optional.empty();
    }
    return expression;
  }

  Optional<Expression> read(Fragment fragment, Scope scope) {
    try {
      return Optional.of(expressions.compile(fragment.text(), scope));
    } catch (ExpressionSyntaxException e) {
      for (ExpressionSyntaxException.Problem problem : e.problems()) {
        problems.add(
            fragment.at(problem.line(), problem.column()),
            problem.message(),
            problem.allowed().isEmpty() ? "" : Words.oneOf(problem.allowed()),
            problem.nearest());
      }
      return Optional.empty();
    }
  }

  Optional<Fragment> fragment(Node node, String key) {
    if (node instanceof Node.Scalar scalar
        && scalar.kind() != Node.Kind.NOTHING
        && !scalar.text().isBlank()) {
      return Optional.of(Fragment.of(scalar, 0, scalar.text().length()));
    }
    problems.add(
        node.place(),
        node.describe() + " for '" + key + "'",
        "an expression such as event.price >= 0.0");
    return Optional.empty();
  }
}
