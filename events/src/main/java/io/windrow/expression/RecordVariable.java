package io.windrow.expression;

import io.windrow.record.StreamRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variable {@code record}: what the source says of the record that an event came in. It travels
 * with the event's fields, under a name that none of them can be read by.
 */
public final class RecordVariable {
  /** Among the fields of an event. */
  public static final String KEY = "\u0000record";

  public static final String NAME = "record";

  private static final String ARRIVAL = "arrival";
  private static final String PARTITION_KEY = "partitionKey";
  private static final String SHARD = "shard";
  private static final String SEQUENCE = "sequence";

  public static final FieldType.ObjectOf TYPE = new FieldType.ObjectOf(types(), false);

  private RecordVariable() {}

  private static Map<String, FieldType> types() {
    Map<String, FieldType> types = new LinkedHashMap<>();
    types.put(ARRIVAL, new FieldType.Int());
    types.put(PARTITION_KEY, new FieldType.Text());
    types.put(SHARD, new FieldType.Text());
    types.put(SEQUENCE, new FieldType.Text());
    return types;
  }

  /** Its value for a record. */
  public static Map<String, Object> of(StreamRecord record) {
    return Map.of(
        ARRIVAL,
        record.arrival(),
        PARTITION_KEY,
        record.partitionKey(),
        SHARD,
        record.position().shard(),
        SEQUENCE,
        record.position().sequence());
  }
}
