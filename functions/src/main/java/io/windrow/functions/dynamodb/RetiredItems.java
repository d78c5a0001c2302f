package io.windrow.functions.dynamodb;

import io.windrow.functions.dynamodb.StateTable.Condition;
import io.windrow.ledger.Retired;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How much of a chain has its time to live, as items: one of its entries, one a level of runs. */
final class RetiredItems {
  /** In the place of a level. */
  static final int ENTRIES = 0;

  private static final String RETIRED = "retired";

  private RetiredItems() {}

  static Map<String, AttributeValue> of(String key, int level, long before) {
    return new ItemBuilder(key, level).number(RETIRED, before).build();
  }

  /** What holds of the item that an item may replace. */
  static Condition isBefore(Map<String, AttributeValue> item) {
    AttributeValue retired = item.getOrDefault(RETIRED, AttributeValue.fromNul(true));
    return Condition.noneThereOr("retired < :retired", Map.of(":retired", retired));
  }

  static Retired toRetired(List<StoredItem> items) {
    long index = Retired.NONE.index();
    Map<Integer, Long> runs = new TreeMap<>();
    for (StoredItem item : items) {
      int level = Math.toIntExact(item.number(TableSchemas.INDEX));
      if (level == ENTRIES) {
        index = item.number(RETIRED);
      } else {
        runs.put(level, item.number(RETIRED));
      }
    }
    return new Retired(index, runs);
  }
}
