package io.windrow.definition;

import io.windrow.enrichment.Missing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds one enrichment. */
public final class LookupBuilder {
  private final Map<String, Object> values = new LinkedHashMap<>();

  LookupBuilder(String table) {
    values.put("table", table);
  }

  /** Takes the rows from a CSV or JSON file beside the definition. */
  public LookupBuilder file(String path) {
    values.put("file", path);
    return this;
  }

  /** Takes the rows from the plug-in of the table's name. */
  public LookupBuilder plugIn() {
    values.put("plugin", values.remove("table"));
    return this;
  }

  /** Takes the rows from a DynamoDB table. */
  public LookupBuilder dynamodb(String table) {
    values.put("dynamodb", table);
    return this;
  }

  /** Uses a row that was read from DynamoDB again for so long. */
  public LookupBuilder maxAge(Duration age) {
    values.put("max-age", Durations.format(age.toMillis()));
    return this;
  }

  /** Compares the table's column of the field's name with the field. */
  public LookupBuilder key(String field) {
    values.put("key", field);
    return this;
  }

  /** Compares a column of the table with an expression. */
  public LookupBuilder key(String column, String expression) {
    values.put("key", Map.of(column, expression));
    return this;
  }

  /** Adds these columns to the event. */
  public LookupBuilder take(String... columns) {
    values.put("take", List.of(columns));
    return this;
  }

  /** Says what becomes of an event whose key has no row; it is kept when nothing is said. */
  public LookupBuilder missing(Missing missing) {
    values.put("missing", missing.name().toLowerCase(Locale.ROOT));
    return this;
  }

  Map<String, Object> values() {
    return values;
  }
}
