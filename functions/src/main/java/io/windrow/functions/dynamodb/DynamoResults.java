package io.windrow.functions.dynamodb;

import io.windrow.functions.concurrent.Concurrently;
import io.windrow.ledger.Results;
import io.windrow.view.Result;
import io.windrow.view.View;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The final results of one pipeline in the results table, an item each. */
public final class DynamoResults implements Results {
  /** A put waits some milliseconds for its answer; more than these keep one core busy anyway. */
  private static final int WRITERS = 32;

  private final DynamoDbClient client;
  private final String table;
  private final ResultItems items;

  public DynamoResults(DynamoDbClient client, String table, String pipeline) {
    this.client = client;
    this.table = table;
    this.items = new ResultItems(pipeline);
  }

  @Override
  public void put(List<Result> results) {
    Concurrently.forEach(results, WRITERS, this::put);
  }

  private void put(Result result) {
    try {
      client.putItem(
          PutItemRequest.builder()
              .tableName(table)
              .item(items.toItem(result))
              .conditionExpression("attribute_not_exists(#key)")
              .expressionAttributeNames(Map.of("#key", TableSchemas.KEY))
              .build());
    } catch (ConditionalCheckFailedException e) {
      // what is stored is what is announced: every closer makes the same
    }
  }

  /**
   * All results of the pipeline, in no order. It reads the whole table: for local runs and tests.
   *
   * @param views whose order of fields and values the results have
   */
  public Stream<Result> scan(List<View> views) {
    Map<String, View> byName =
        views.stream().collect(Collectors.toMap(View::name, Function.identity()));
    ScanRequest request =
        ScanRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .filterExpression("begins_with(#key, :prefix)")
            .expressionAttributeNames(Map.of("#key", TableSchemas.KEY))
            .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(items.prefix())))
            .build();
    return client.scanPaginator(request).items().stream().map(item -> items.toResult(item, byName));
  }
}
