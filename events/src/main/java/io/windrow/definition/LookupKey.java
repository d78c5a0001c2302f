package io.windrow.definition;

import io.windrow.expression.Scope;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of an enrichment: {@code ad_id} for the field and the table's column of that name, or
 * {@code { column: expression }}.
 */
final class LookupKey {
  private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private LookupKey() {}

  /** The expression, under the name of the column. */
  static Optional<NamedExpression> read(
      SectionReader reader, Scope scope, ExpressionReader expressions, Problems problems) {
    return reader
        .required("key", "key: a field such as ad_id, or a mapping { column: expression }")
        .flatMap(node -> NamedExpression.read(node, "key", scope, expressions))
        .filter(key -> isColumn(key, problems));
  }

  private static boolean isColumn(NamedExpression key, Problems problems) {
    boolean isColumn = COLUMN.matcher(key.name()).matches();
    if (!isColumn) {
      problems.add(
          key.nameNode().place(),
          "'" + key.name() + "' as the name of the table's key",
          "a column's name, as in key: { ad_id: " + key.value().text() + " }");
    }
    return isColumn;
  }
}
