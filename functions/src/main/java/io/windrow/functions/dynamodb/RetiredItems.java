package io.windrow.functions.dynamodb;

import io.windrow.functions.dynamodb.StateTable.Condition;
import io.windrow.ledger.Retired;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How much of a chain has its time to live, as items: one of its entries, one a level of runs. */
final class RetiredItems {
  private static final int ENTRIES = 0;
  private static final String RETIRED = "retired";
  private static final String CLOSES_AT = "closesAt";

  private RetiredItems() {}

  static Map<String, AttributeValue> ofEntries(String key, long before, long closesAt) {
    return new ItemBuilder(key, ENTRIES)
        .number(RETIRED, before)
        .watermark(CLOSES_AT, closesAt)
        .build();
  }

  static Map<String, AttributeValue> ofRuns(String key, int level, long before) {
    return new ItemBuilder(key, level).number(RETIRED, before).build();
  }

  /** What holds of the item that an item may replace. */
  static Condition isBefore(Map<String, AttributeValue> item) {
    AttributeValue retired = item.getOrDefault(RETIRED, AttributeValue.fromNul(true));
    return Condition.noneThereOr("retired < :retired", Map.of(":retired", retired));
  }

  static Retired toRetired(List<StoredItem> items) {
    long index = Retired.NONE.index();
    long closesAt = Retired.NONE.closesAt();
    Map<Integer, Long> runs = new TreeMap<>();
    for (StoredItem item : items) {
      int level = Math.toIntExact(item.number(TableSchemas.INDEX));
      if (level == ENTRIES) {
        index = item.number(RETIRED);
        closesAt = item.number(CLOSES_AT);
      } else {
        runs.put(level, item.number(RETIRED));
      }
    }
    return new Retired(index, closesAt, runs);
  }
}
