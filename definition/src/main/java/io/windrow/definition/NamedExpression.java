package io.windrow.definition;

import io.windrow.definition.expression.Scope;
import io.windrow.expression.Expression;
import io.windrow.record.FieldPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression and the name of its value: {@code country: event.geo.country} as a mapping, or the
 * expression alone, whose name is the field that it is, or else its text without a leading {@code
 * event.}.
 */
record NamedExpression(Node.Scalar nameNode, String name, Expression value) {
  private static final String EVENT = "event.";

  /** Reads either form; anything but a scalar value is a problem. */
  static Optional<NamedExpression> read(
      Node node, String key, Scope scope, ExpressionReader expressions) {
    Node.Entry entry = onlyEntry(node);
    Node value = entry == null ? node : entry.value();
    Optional<Fragment> fragment = expressions.fragment(value, key);
    return fragment.flatMap(
        of ->
            expressions
                .read(of, key, scope, Types.SCALAR)
                .map(
                    expression ->
                        entry == null
                            ? new NamedExpression(of.in(), nameOf(expression), expression)
                            : new NamedExpression(entry.key(), entry.key().text(), expression)));
  }

  private static Node.@Nullable Entry onlyEntry(Node node) {
    return node instanceof Node.Mapping mapping && mapping.entries().size() == 1
        ? mapping.entries().get(0)
        : null;
  }

  private static String nameOf(Expression expression) {
    String text = expression.text();
    return expression
        .fieldPath()
        .map(FieldPath::toString)
        .orElse(text.startsWith(EVENT) ? text.substring(EVENT.length()) : text);
  }
}
