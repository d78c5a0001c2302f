package io.windrow.plan;

/** Where the rows of an enrichment are. */
public sealed interface ReferenceTable {

  /** What commits and messages call it. */
  String name();

  /** A CSV or JSON file beside the definition. */
  record File(String name, String path) implements ReferenceTable {}

  /** The enrichment of a plug-in. */
  record PlugIn(String name) implements ReferenceTable {}

  /**
   * A DynamoDB table.
   *
   * @param table its name in the account
   * @param maxAge milliseconds for which a row that was read is used again
   */
  record Dynamo(String name, String table, long maxAge) implements ReferenceTable {
    /** What {@code maxAge} is when a definition does not say. */
    public static final long DEFAULT_MAX_AGE = 5 * 60_000;
  }
}
