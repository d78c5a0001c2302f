package io.windrow.functions.dynamodb;

import io.windrow.dynamodb.DynamoDbLocal;
import io.windrow.functions.AwsClients;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

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

  public DynamoDbClient client() {
    if (clients == null) {
      throw new IllegalStateException("not started");
    }
    return clients.dynamoDb();
  }

  public String state() {
    return create(TableSchemas.state("state-" + tables++));
  }

  public String results() {
    return create(TableSchemas.results("results-" + tables++));
  }

  String create(CreateTableRequest request) {
    client().createTable(request);
    return request.tableName();
  }
}
