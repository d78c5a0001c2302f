package io.windrow.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The requests that S3 gets, taken down by a server that keeps what is put. */
class S3QuarantineTest {

  @Test
  void aFileLiesUnderItsPipelineAndFilingAgainPutsTheSame() throws IOException {
    Map<String, String> objects = new ConcurrentHashMap<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          objects.put(
              exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try (S3Client client = client(server.getAddress().getPort())) {
      S3Quarantine quarantine = new S3Quarantine(client, "bucket", "clicks");

      quarantine.put("reason=late/date=2026-01-31/a.jsonl", "{}\n".getBytes(UTF_8));
      quarantine.put("reason=late/date=2026-01-31/a.jsonl", "{}\n".getBytes(UTF_8));
    } finally {
      server.stop(0);
    }

    assertThat(objects)
        .containsOnlyKeys("PUT /bucket/quarantine/clicks/reason=late/date=2026-01-31/a.jsonl")
        .allSatisfy((request, body) -> assertThat(body).contains("{}\n"));
  }

  private static S3Client client(int port) {
    return S3Client.builder()
        .endpointOverride(URI.create("http://localhost:" + port))
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
