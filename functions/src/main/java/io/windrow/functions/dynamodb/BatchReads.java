package io.windrow.functions.dynamodb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads of many items of one table by their keys, a hundred a call, until all are read. */
final class BatchReads {
  // Amazon DynamoDB API Reference, BatchGetItem
  private static final int KEYS_A_CALL = 100;
  private static final int ATTEMPTS = 8;
  private static final long FIRST_WAIT_MILLIS = 25;

  private final DynamoDbClient client;
  private final String table;

  BatchReads(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** The items that are there, in no order. */
  List<Map<String, AttributeValue>> items(String attribute, Collection<AttributeValue> keys) {
    List<Map<String, AttributeValue>> wanted =
        keys.stream().map(key -> Map.of(attribute, key)).toList();
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += KEYS_A_CALL) {
      read(wanted.subList(from, Math.min(wanted.size(), from + KEYS_A_CALL)), found);
    }
    return found;
  }

  /**
   * A call may leave keys out when it has read much or is throttled: they are asked for again.
   *
   * @throws SdkClientException a fault that passes, if some are left out each time
   */
  private void read(
      List<Map<String, AttributeValue>> keys, List<Map<String, AttributeValue>> found) {
    Map<String, KeysAndAttributes> left =
        Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(false).build());
    long wait = FIRST_WAIT_MILLIS;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Map<String, KeysAndAttributes> asked = left;
      BatchGetItemResponse response = client.batchGetItem(request -> request.requestItems(asked));
      found.addAll(response.responses().getOrDefault(table, List.of()));
      left = response.unprocessedKeys();
      if (left.isEmpty()) {
        return;
      }
      sleep(wait);
      wait *= 2;
    }
    throw SdkClientException.create(
        "table %s left keys unread %d times in a row: it is throttled".formatted(table, ATTEMPTS));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a table was read", e);
    }
  }
}
