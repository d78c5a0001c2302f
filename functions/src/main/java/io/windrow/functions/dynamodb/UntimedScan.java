package io.windrow.functions.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** A scan of the state table for items of some kinds that have no time to live, page by page. */
final class UntimedScan {
  private static final String SEPARATOR = " ";

  private final DynamoDbClient client;
  private final ScanRequest first;

  /**
   * A scan.
   *
   * @param prefixes of the keys of the items
   * @param attribute read besides the key
   */
  UntimedScan(DynamoDbClient client, String table, List<String> prefixes, String attribute) {
    Map<String, AttributeValue> values = new HashMap<>();
    prefixes.forEach(prefix -> values.put(":kind" + values.size(), AttributeValue.fromS(prefix)));
    String anyKind =
        values.keySet().stream()
            .map("begins_with(#key, %s)"::formatted)
            .collect(Collectors.joining(" OR "));
    this.client = client;
    this.first =
        ScanRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .projectionExpression("#key, #index, #format, " + attribute)
            .filterExpression("attribute_not_exists(#expires) AND (" + anyKind + ")")
            .expressionAttributeNames(
                Map.of(
                    "#key", TableSchemas.KEY,
                    "#index", TableSchemas.INDEX,
                    "#format", StoredItem.FORMAT,
                    "#expires", TableSchemas.EXPIRES))
            .expressionAttributeValues(values)
            .build();
  }

  /**
   * A page.
   *
   * @param mark where the next page begins; empty if this is the last
   */
  record Scanned(List<StoredItem> items, String mark) {}

  /** The page after a mark; the first after an empty one. */
  Scanned page(String after) {
    ScanRequest request =
        after.isEmpty() ? first : first.toBuilder().exclusiveStartKey(key(after)).build();
    ScanResponse response = client.scan(request);
    List<StoredItem> items = response.items().stream().map(StoredItem::new).toList();
    return new Scanned(items, mark(response.lastEvaluatedKey()));
  }

  private static String mark(Map<String, AttributeValue> key) {
    AttributeValue index = key.get(TableSchemas.INDEX);
    AttributeValue name = key.get(TableSchemas.KEY);
    return index == null || name == null ? "" : index.n() + SEPARATOR + name.s();
  }

  private static Map<String, AttributeValue> key(String mark) {
    String[] parts = mark.split(SEPARATOR, 2);
    return Map.of(
        TableSchemas.INDEX, AttributeValue.fromN(parts[0]),
        TableSchemas.KEY, AttributeValue.fromS(parts[1]));
  }
}
