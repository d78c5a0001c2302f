package io.windrow.functions.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.windrow.functions.client.CallBudget;
import io.windrow.functions.client.SilentServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.regions.Region;

/** The requests that S3 gets, taken down by a server that keeps what is put. */
class S3QuarantineTest {
  private static final String FILE = "reason=late/date=2026-01-31/a.jsonl";
  private static final byte[] CONTENT = "{}\n".getBytes(UTF_8);

  private final Map<String, String> objects = new ConcurrentHashMap<>();
  private final HttpServer server = server();
  private final S3Quarantine quarantine =
      new S3Quarantine(
          bucket(URI.create("http://localhost:" + server.getAddress().getPort()), CallBudget.LOCAL),
          "clicks");
  private final Deque<Integer> statuses = new ConcurrentLinkedDeque<>();
  private @Nullable String authorization;
  private @Nullable String checksum;

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    checksum = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
    objects.put(
        exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] answer = "<Code>SlowDown</Code>".getBytes(UTF_8);
    Integer status = statuses.poll();
    exchange.sendResponseHeaders(status == null ? 200 : status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void aFileLiesUnderItsPipelineAndFilingAgainPutsTheSame() {
    quarantine.put(FILE, CONTENT);
    quarantine.put(FILE, CONTENT);

    assertThat(objects).containsExactly(Map.entry("PUT /bucket/quarantine/clicks/" + FILE, "{}\n"));
  }

  @Test
  void aRequestIsSignedForS3InItsRegionWithTheHashOfItsContent() throws NoSuchAlgorithmException {
    quarantine.put(FILE, CONTENT);

    assertThat(authorization)
        .startsWith("AWS4-HMAC-SHA256 Credential=id/")
        .contains("/eu-west-1/s3/aws4_request")
        .contains("x-amz-content-sha256");
    assertThat(checksum)
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT)));
  }

  @Test
  void aPutThatFailsOnceOrTwiceIsMadeAgain() {
    statuses.addAll(List.of(503, 500));

    quarantine.put(FILE, CONTENT);

    assertThat(statuses).isEmpty();
  }

  @Test
  void whatS3RefusesIsNotTriedAgain() {
    statuses.addAll(List.of(403, 200));

    assertThatExceptionOfType(SdkServiceException.class)
        .isThrownBy(() -> quarantine.put(FILE, CONTENT));
    assertThat(statuses).containsExactly(200);
  }

  @Test
  void whatS3AnswersToAPutThatItDoesNotTakeIsTold() {
    statuses.addAll(List.of(503, 503, 503));

    assertThatExceptionOfType(SdkServiceException.class)
        .isThrownBy(() -> quarantine.put(FILE, CONTENT))
        .withMessageContaining("503")
        .withMessageContaining("SlowDown")
        .withMessageContaining(FILE);
  }

  @Test
  void aPutThatNobodyReadsIsGivenUp() {
    CallBudget tenth =
        new CallBudget(
            CallBudget.FILING.connect().dividedBy(10),
            CallBudget.FILING.silence().dividedBy(10),
            CallBudget.FILING.attempt().dividedBy(10),
            CallBudget.FILING.call().dividedBy(10));
    try (SilentServer silent = SilentServer.start()) {
      S3Bucket bucket = bucket(silent.address(), tenth);

      assertTimeout(
          tenth.call().plusSeconds(15),
          () ->
              assertThatExceptionOfType(UncheckedIOException.class)
                  .isThrownBy(() -> bucket.put(FILE, new byte[12_000_000]))
                  .withMessageContaining(FILE));
      assertThat(silent.connections()).as("attempts").isBetween(1, 3);
    }
  }

  private static S3Bucket bucket(URI endpoint, CallBudget budget) {
    return new S3Bucket(
        S3Address.of("bucket", Region.EU_WEST_1, Map.of("AWS_ENDPOINT_URL", endpoint.toString())),
        Region.EU_WEST_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
        budget);
  }

  @Test
  void aBucketWhoseNameHasDotsIsAFolderSinceNoCertificateNamesItsHost() {
    assertThat(S3Address.of("data.example.org", Region.EU_WEST_1, Map.of()).base())
        .hasToString("https://s3.eu-west-1.amazonaws.com/data.example.org/");
  }

  @Test
  void aBucketHasAnAddressOfItsOwnInThePartitionOfItsRegion() {
    assertThat(S3Address.of("bucket", Region.EU_WEST_1, Map.of()).base())
        .isEqualTo(URI.create("https://bucket.s3.eu-west-1.amazonaws.com/"));
    assertThat(S3Address.of("bucket", Region.CN_NORTH_1, Map.of()).base())
        .isEqualTo(URI.create("https://bucket.s3.cn-north-1.amazonaws.com.cn/"));
  }
}
