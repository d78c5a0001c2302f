package io.windrow.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalTest {
  private static final Path JARS = Path.of(System.getProperty("windrow.dynamodb.jars"));

  @Test
  void aTableThatOneClientMadeIsSeenByAnotherWithOtherCredentials() throws Exception {
    try (DynamoDbLocal dynamo = DynamoDbLocal.start(JARS, 0)) {
      call(
          dynamo.endpoint(),
          "one",
          "CreateTable",
          """
          {"TableName": "state", "BillingMode": "PAY_PER_REQUEST",
           "KeySchema": [{"AttributeName": "key", "KeyType": "HASH"}],
           "AttributeDefinitions": [{"AttributeName": "key", "AttributeType": "S"}]}
          """);

      assertThat(call(dynamo.endpoint(), "other", "ListTables", "{}"))
          .isEqualTo("{\"TableNames\":[\"state\"]}");
    }
  }

  @Test
  void itListensOnLoopbackOnly() throws Exception {
    try (DynamoDbLocal dynamo = DynamoDbLocal.start(JARS, 0)) {
      assertThat(InetAddress.getByName(dynamo.endpoint().getHost()).isLoopbackAddress()).isTrue();
    }
  }

  @Test
  void aPortInUseIsNamed() {
    try (DynamoDbLocal first = DynamoDbLocal.start(JARS, 0)) {
      int taken = first.endpoint().getPort();

      assertThatThrownBy(() -> DynamoDbLocal.start(JARS, taken).close())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("port " + taken)
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void theLogOfItsStoreStaysQuietWhenLoggersAreCollected() {
    SqliteLog.warningsOnly();

    System.gc();

    assertThat(Logger.getLogger("com.almworks.sqlite4java").getLevel()).isEqualTo(Level.WARNING);
  }

  @Test
  void anEmptyFolderIsNamed(@TempDir Path empty) {
    assertThatThrownBy(() -> DynamoDbLocal.start(empty, 0).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(empty.toString());
  }

  private static String call(URI endpoint, String user, String operation, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential="
                    + user
                    + "/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }
}
