package io.windrow.infrastructure;

import io.windrow.functions.dynamodb.TableSchemas;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableProps;

/** What the tables must be, whatever their owner overrides. */
final class TableRules {
  private TableRules() {}

  /**
   * Refuses a state table that ledgers can't be kept in.
   *
   * @throws IllegalArgumentException when it is such
   */
  static void requireState(TableProps asked) {
    OverrideCheck check = new OverrideCheck("overrideStateTable");
    requireKeys(check, asked, TableSchemas.INDEX, AttributeType.NUMBER);
    check
        .mustBe(
            TableSchemas.EXPIRES,
            asked.getTimeToLiveAttribute(),
            "timeToLiveAttribute",
            "by it, and by no other, entries say when nothing needs them any more")
        .refuseIf(
            asked.getStream() != StreamViewType.NEW_IMAGE
                && asked.getStream() != StreamViewType.NEW_AND_OLD_IMAGES,
            "stream",
            asked.getStream(),
            "new images call for settling; without them each window closes up to a minute later")
        .mustBeAbsent(
            asked.getReplicationRegions(),
            "replicationRegions",
            "a conditional write holds in one region only, and writers elsewhere would overwrite a"
                + " chain")
        .end();
  }

  /**
   * Refuses a results table that results can't be kept in.
   *
   * @throws IllegalArgumentException when it is such
   */
  static void requireResults(TableProps asked) {
    OverrideCheck check = new OverrideCheck("overrideResultsTable");
    requireKeys(check, asked, TableSchemas.WINDOW_END, AttributeType.STRING);
    check
        .mustBe(
            TableSchemas.RESULT_EXPIRES,
            asked.getTimeToLiveAttribute(),
            "timeToLiveAttribute",
            "another attribute may be a computed value, by which results would vanish; say"
                + " resultsTimeToLive(...)")
        .end();
  }

  private static void requireKeys(
      OverrideCheck check, TableProps asked, String sortKey, AttributeType type) {
    String layout = "items are found by " + TableSchemas.KEY + " and " + sortKey;
    check
        .refuseIf(
            !is(asked.getPartitionKey(), TableSchemas.KEY, AttributeType.STRING),
            "partitionKey",
            name(asked.getPartitionKey()),
            layout)
        .refuseIf(
            !is(asked.getSortKey(), sortKey, type), "sortKey", name(asked.getSortKey()), layout)
        .mustBeAbsent(
            asked.getImportSource(),
            "importSource",
            "items that another pipeline, or another time, has left would be taken for its own");
  }

  private static boolean is(@Nullable Attribute key, String name, AttributeType type) {
    return key != null && key.getName().equals(name) && key.getType() == type;
  }

  private static @Nullable String name(@Nullable Attribute key) {
    return key == null ? null : key.getName() + " (" + key.getType() + ")";
  }
}
