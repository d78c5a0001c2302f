package io.windrow.functions.dynamodb;

import io.windrow.functions.concurrent.Concurrently;
import io.windrow.ledger.Results;
import io.windrow.view.Result;
import io.windrow.view.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  private final @Nullable Duration timeToLive;
  private final InstantSource clock;

  /** Results that stay until someone deletes them. */
  public DynamoResults(DynamoDbClient client, String table, String pipeline) {
    this(client, table, pipeline, null, InstantSource.system());
  }

  /**
   * Results of one pipeline.
   *
   * @param timeToLive how long after it is put a result may vanish; null for never
   */
  public DynamoResults(
      DynamoDbClient client,
      String table,
      String pipeline,
      @Nullable Duration timeToLive,
      InstantSource clock) {
    this.client = client;
    this.table = table;
    this.items = new ResultItems(pipeline);
    this.timeToLive = timeToLive;
    this.clock = clock;
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
              .item(item(result))
              .conditionExpression("attribute_not_exists(#key)")
              .expressionAttributeNames(Map.of("#key", TableSchemas.KEY))
              .build());
    } catch (ConditionalCheckFailedException e) {
      // what is stored is what is announced: every closer makes the same
    }
  }

  private Map<String, AttributeValue> item(Result result) {
    Map<String, AttributeValue> item = items.toItem(result);
    if (timeToLive != null) {
      long expires = clock.instant().plus(timeToLive).getEpochSecond();
      item.put(TableSchemas.RESULT_EXPIRES, AttributeValue.fromN(Long.toString(expires)));
    }
    return item;
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
