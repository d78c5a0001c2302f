package io.windrow.plan;

import io.windrow.enrichment.Missing;
import io.windrow.expression.Expression;
import io.windrow.expression.FieldType;
import java.util.List;

/**
 * One enrichment: the row of a table whose key an event names, and what is taken from it.
 *
 * @param column the table's column (or key attribute) that is compared with the key
 * @param key names the event's row
 * @param take the columns that become top-level fields of the event
 * @param missing what becomes of an event whose key has no row
 */
public record Lookup(
    ReferenceTable table, String column, Expression key, List<String> take, Missing missing) {
  public Lookup {
    take = List.copyOf(take);
  }

  /**
   * The type of what it takes: all that a CSV file holds is text, other tables may hold anything.
   */
  public FieldType columnType() {
    return table instanceof ReferenceTable.File file && file.path().endsWith(".csv")
        ? new FieldType.Text()
        : new FieldType.Any();
  }
}
