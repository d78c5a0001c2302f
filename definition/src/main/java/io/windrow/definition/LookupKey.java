package io.windrow.definition;

import io.windrow.definition.expression.Scope;
import java.util.Optional;

/**
 * The key of an enrichment: {@code ad_id} for the top-level field and the table's column of that
 * name, or {@code { column: expression }}.
 */
final class LookupKey {
  private LookupKey() {}

  /** The expression, under the name of the column. */
  static Optional<NamedExpression> read(
      SectionReader reader, Scope scope, ExpressionReader expressions, Problems problems) {
    return reader
        .required("key", "key: a field such as ad_id, or a mapping { column: expression }")
        .flatMap(
            node ->
                NamedExpression.read(node, "key", scope, expressions)
                    .filter(key -> namesColumn(node, key, problems)));
  }

  private static boolean namesColumn(Node node, NamedExpression key, Problems problems) {
    boolean isField = key.value().fieldPath().filter(path -> path.names().size() == 1).isPresent();
    if (isField || node instanceof Node.Mapping) {
      return true;
    }
    problems.add(
        key.nameNode().place(),
        "'" + key.name() + "' as the name of the table's key",
        "a column's name, as in key: { ad_id: " + key.value().text() + " }");
    return false;
  }
}
