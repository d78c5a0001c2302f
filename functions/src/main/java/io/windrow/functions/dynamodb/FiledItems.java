package io.windrow.functions.dynamodb;

import io.windrow.functions.dynamodb.StateTable.Condition;
import io.windrow.ledger.Filed;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far a chain's kept records are filed, as an item, and back. */
final class FiledItems {
  private static final String BEFORE = "filedBefore";
  private static final String UNTIL = "filedUntil";
  private static final String AT = "fixedAt";

  private FiledItems() {}

  static Map<String, AttributeValue> toItem(String key, Filed filed) {
    return new ItemBuilder(key, 0)
        .number(BEFORE, filed.before())
        .number(UNTIL, filed.until())
        .number(AT, filed.at())
        .build();
  }

  static Filed toFiled(StoredItem item) {
    return new Filed(item.number(BEFORE), item.number(UNTIL), item.number(AT));
  }

  /** What holds of the item that another may replace: it says what is expected, or is none. */
  static Condition isStill(Filed expected) {
    String same = "filedBefore = :before AND filedUntil = :until AND fixedAt = :at";
    Map<String, AttributeValue> values =
        Map.of(
            ":before", number(expected.before()),
            ":until", number(expected.until()),
            ":at", number(expected.at()));
    return expected.equals(Filed.NONE)
        ? Condition.noneThereOr(same, values)
        : Condition.there(same, values);
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
