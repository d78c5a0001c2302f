package io.windrow.functions.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The state table: items put on conditions. Every read of it is strongly consistent. */
final class StateTable {
  /** What a run holds: whoever makes one, or lets its entries expire, wants no more at once. */
  private static final int PAGE_ITEMS = 64;

  private static final int SERVER_ERROR = 500;

  private final DynamoDbClient client;
  private final String table;

  StateTable(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** What must hold of the item at a key, {@code #key} being its partition key's name. */
  record Condition(String expression, Map<String, AttributeValue> values) {
    private static final String NONE_THERE = "attribute_not_exists(#key)";

    static Condition there(String expression, Map<String, AttributeValue> values) {
      return new Condition("attribute_exists(#key) AND (" + expression + ")", values);
    }

    static Condition noneThereOr(String expression, Map<String, AttributeValue> values) {
      return new Condition(NONE_THERE + " OR (" + expression + ")", values);
    }
  }

  /**
   * Puts an item unless one is there.
   *
   * @return the one that is there, empty if the item was put
   */
  Optional<StoredItem> putIfAbsent(Map<String, AttributeValue> item) {
    try {
      client.putItem(
          put(item, Condition.NONE_THERE)
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build());
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(new StoredItem(e.item()));
    }
  }

  /** Puts an item if the condition holds; whether it was put. */
  boolean putIf(Map<String, AttributeValue> item, Condition condition) {
    try {
      client.putItem(
          put(item, condition.expression()).expressionAttributeValues(condition.values()).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** Puts an item whatever is there: for content that is the same whoever puts it. */
  void put(Map<String, AttributeValue> item) {
    client.putItem(PutItemRequest.builder().tableName(table).item(item).build());
  }

  /** Lets an item vanish some time after, if it is there and was not let before. */
  void expire(String key, long index, long atMillis) {
    try {
      client.updateItem(
          UpdateItemRequest.builder()
              .tableName(table)
              .key(key(key, index))
              .updateExpression("SET #expires = :at")
              .conditionExpression("attribute_exists(#key) AND attribute_not_exists(#expires)")
              .expressionAttributeNames(
                  Map.of("#key", TableSchemas.KEY, "#expires", TableSchemas.EXPIRES))
              .expressionAttributeValues(Map.of(":at", number(atMillis / 1000)))
              .build());
    } catch (ConditionalCheckFailedException e) {
      // It has vanished already, or is going to.
    }
  }

  private static Map<String, AttributeValue> key(String key, long index) {
    return Map.of(TableSchemas.KEY, AttributeValue.fromS(key), TableSchemas.INDEX, number(index));
  }

  private PutItemRequest.Builder put(Map<String, AttributeValue> item, String condition) {
    return PutItemRequest.builder()
        .tableName(table)
        .item(item)
        .conditionExpression(condition)
        .expressionAttributeNames(Map.of("#key", TableSchemas.KEY));
  }

  Optional<StoredItem> get(String key, long index) {
    GetItemRequest request =
        GetItemRequest.builder().tableName(table).key(key(key, index)).consistentRead(true).build();
    Map<String, AttributeValue> item = client.getItem(request).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(new StoredItem(item));
  }

  /**
   * What DynamoDB knows this table by and no other, restored under its name or not: its id, or
   * where there is none, as in DynamoDB Local, when it was made. Empty while it does not say.
   */
  String identity() {
    try {
      TableDescription described =
          client.describeTable(request -> request.tableName(table)).table();
      return described.tableId() == null
          ? "made " + described.creationDateTime()
          : described.tableId();
    } catch (SdkClientException e) {
      return "";
    } catch (DynamoDbException e) {
      if (e.isThrottlingException() || e.statusCode() >= SERVER_ERROR) {
        return "";
      }
      throw e;
    }
  }

  /** The item of the greatest index. */
  Optional<StoredItem> last(String key) {
    QueryRequest request = from(key, 0).scanIndexForward(false).limit(1).build();
    return items(request).stream().findFirst();
  }

  /** The items from an index on, a page of them at most. */
  List<StoredItem> page(String key, long fromIndex) {
    return items(from(key, fromIndex).limit(PAGE_ITEMS).build());
  }

  private QueryRequest.Builder from(String key, long index) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("#key = :key AND #index >= :index")
        .expressionAttributeNames(Map.of("#key", TableSchemas.KEY, "#index", TableSchemas.INDEX))
        .expressionAttributeValues(
            Map.of(":key", AttributeValue.fromS(key), ":index", number(index)))
        .consistentRead(true);
  }

  private List<StoredItem> items(QueryRequest request) {
    return client.query(request).items().stream().map(StoredItem::new).toList();
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
