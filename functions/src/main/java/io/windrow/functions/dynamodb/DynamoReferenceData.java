package io.windrow.functions.dynamodb;

import io.windrow.enrichment.ReferenceData;
import io.windrow.window.Timestamps;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A DynamoDB table that events are enriched from. Its version is the time of the last read, since a
 * table has no other.
 */
public final class DynamoReferenceData implements ReferenceData {
  private final BatchReads reads;
  private final KeySchema schema;
  private final InstantSource clock;
  private volatile long lastRead;

  private DynamoReferenceData(BatchReads reads, KeySchema schema, InstantSource clock) {
    this.reads = reads;
    this.schema = schema;
    this.clock = clock;
    this.lastRead = clock.millis();
  }

  /**
   * The rows of a table.
   *
   * @param attribute its partition key, which must be its whole key
   * @throws IllegalArgumentException when the table has another key
   */
  public static DynamoReferenceData of(
      DynamoDbClient client, String table, String attribute, InstantSource clock) {
    return new DynamoReferenceData(
        new BatchReads(client, table), KeySchema.of(client, table, attribute), clock);
  }

  @Override
  public Map<Object, Map<String, @Nullable Object>> rows(Set<Object> keys) {
    lastRead = clock.millis();
    Map<AttributeValue, List<Object>> wanted = new HashMap<>();
    for (Object key : keys) {
      schema
          .toKey(key)
          .ifPresent(form -> wanted.computeIfAbsent(form, k -> new ArrayList<>()).add(key));
    }
    Map<Object, Map<String, @Nullable Object>> rows = new HashMap<>();
    for (Map<String, AttributeValue> item : reads.items(schema.attribute(), wanted.keySet())) {
      Map<String, @Nullable Object> row = Values.toValues(item);
      wanted.getOrDefault(schema.keyOf(item), List.of()).forEach(key -> rows.put(key, row));
    }
    return rows;
  }

  @Override
  public String version() {
    return Timestamps.iso(lastRead);
  }
}
