package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KinesisEndpointTest {
  private static final String JSON = "application/x-amz-json-1.1";

  private final KinesisStreams streams = new KinesisStreams(InstantSource.system());
  private KinesisEndpoint endpoint;

  @BeforeEach
  void start() {
    endpoint = KinesisEndpoint.start(streams, 0);
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void aPortInUseIsNamedWithWhatToDo() {
    assertThatExceptionOfType(PortInUseException.class)
        .isThrownBy(() -> KinesisEndpoint.start(streams, endpoint.port()))
        .withMessageContaining("Port " + endpoint.port())
        .withMessageContaining("choose another port");
  }

  @Test
  void aClosedEndpointsPortCanBeTakenAgain() {
    int port = endpoint.port();
    endpoint.close();

    endpoint = KinesisEndpoint.start(streams, port);

    assertThat(endpoint.port()).isEqualTo(port);
  }

  @Test
  void anErrorHasItsTypeInBodyAndHeaderAndARequestId() throws Exception {
    HttpResponse<String> response = post("DescribeStream", JSON, "{\"StreamName\":\"none\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains("\"__type\":\"ResourceNotFoundException\"")
        .contains("\"message\":\"Stream none");
    assertThat(response.headers().firstValue("x-amzn-ErrorType"))
        .contains("ResourceNotFoundException");
    assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(response.headers().firstValue("Content-Type")).contains(JSON);
  }

  @Test
  void timesAreDecimalSecondsInJson() throws Exception {
    KinesisStream stream = streams.create(StreamSpec.provisioned("clicks", 1));

    String body = post("DescribeStreamSummary", JSON, "{\"StreamName\":\"clicks\"}").body();

    long created = stream.createdAt();
    assertThat(body)
        .contains("\"StreamCreationTimestamp\":%d.%03d".formatted(created / 1000, created % 1000));
  }

  @Test
  void aBodyThatIsNoStructureIsASerializationError() throws Exception {
    for (String body : new String[] {"", "{", "[]", "nil", "{\"StreamName\":7}", nested(5_000)}) {
      HttpResponse<String> response = post("DescribeStream", JSON, body);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("SerializationException");
    }
  }

  private static String nested(int depth) {
    return "{\"StreamName\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
  }

  @Test
  void dataThatIsNotBase64IsASerializationError() throws Exception {
    streams.create(StreamSpec.provisioned("clicks", 1));

    HttpResponse<String> response =
        post(
            "PutRecord",
            JSON,
            "{\"StreamName\":\"clicks\",\"PartitionKey\":\"k\",\"Data\":\"*not base64*\"}");

    assertThat(response.body()).contains("SerializationException").contains("Data");
  }

  @Test
  void anotherContentTypeIsNotServed() throws Exception {
    HttpResponse<String> response = post("ListStreams", "text/plain", "{}");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("UnknownOperationException").contains(JSON);
  }

  @Test
  void aBodyPastEveryLimitIsTooLarge() throws Exception {
    HttpResponse<String> response = post("PutRecord", JSON, " ".repeat((20 << 20) + 1));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void aTargetWithoutOperationIsUnknown() throws Exception {
    assertThat(post("", JSON, "{}").body()).contains("UnknownOperationException");
  }

  private HttpResponse<String> post(String operation, String contentType, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.uri())
            .header("X-Amz-Target", "Kinesis_20131202." + operation)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
