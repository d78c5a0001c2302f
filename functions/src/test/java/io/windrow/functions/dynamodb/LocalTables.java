package io.windrow.functions.dynamodb;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.AwsClients;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** A DynamoDB Local for the tests of a class; each table asked for is new. */
public final class LocalTables implements BeforeAllCallback, AfterAllCallback {
  private @Nullable DynamoDbLocal local;
  private @Nullable AwsClients clients;
  private int tables;

  @Override
  public void beforeAll(ExtensionContext context) {
    local = DynamoDbLocal.start(Path.of(System.getProperty("windrow.dynamodb.jars")), 0);
    clients = AwsClients.local(local.endpoint(), URI.create("http://localhost:1"));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (clients != null) {
      clients.close();
    }
    if (local != null) {
      local.close();
    }
  }

  URI endpoint() {
    if (local == null) {
      throw new IllegalStateException("not started");
    }
    return local.endpoint();
  }

  public DynamoDbClient client() {
    if (clients == null) {
      throw new IllegalStateException("not started");
    }
    return clients.dynamoDb();
  }

  /** Both tables of a pipeline. */
  public DynamoTables of(String pipeline) {
    return new DynamoTables(client(), state(), results(), pipeline);
  }

  String state() {
    return create(TableSchemas.state("state-" + tables++));
  }

  String results() {
    return create(TableSchemas.results("results-" + tables++));
  }

  /** Deletes what has expired, as DynamoDB does some time after. */
  void deleteExpired(String table, long now) {
    ScanRequest expired =
        ScanRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .filterExpression("#expires <= :now")
            .expressionAttributeNames(Map.of("#expires", TableSchemas.EXPIRES))
            .expressionAttributeValues(
                Map.of(":now", AttributeValue.fromN(Long.toString(now / 1000))))
            .build();
    client().scanPaginator(expired).items().stream()
        .map(LocalTables::key)
        .forEach(key -> client().deleteItem(request -> request.tableName(table).key(key)));
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>(item);
    key.keySet().retainAll(Set.of(TableSchemas.KEY, TableSchemas.INDEX));
    return key;
  }

  String create(CreateTableRequest request) {
    client().createTable(request);
    return request.tableName();
  }
}
