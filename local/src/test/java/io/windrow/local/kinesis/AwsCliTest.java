package io.windrow.local.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint as the AWS command line uses it, where that is installed. */
class AwsCliTest {
  private final KinesisStreams streams = new KinesisStreams(InstantSource.system());
  private @Nullable AwsCli cli;
  private KinesisEndpoint endpoint;

  @BeforeEach
  void start() {
    cli = AwsCli.find().orElse(null);
    assumeTrue(cli != null, AwsCli.MISSING);
    endpoint = KinesisEndpoint.start(streams, 0);
  }

  @AfterEach
  void stop() {
    if (endpoint != null) {
      endpoint.close();
    }
  }

  @Test
  void aRecordPutByTheCommandLineIsReadByIt(@TempDir Path directory) throws Exception {
    // versions 1 and 2 read --data differently, but a file's bytes alike
    Path data = Files.write(directory.resolve("data"), "\"hello\"".getBytes(UTF_8));
    aws("create-stream", "--stream-name", "clicks", "--shard-count", "1");
    JsonNode put =
        aws(
            "put-record",
            "--stream-name",
            "clicks",
            "--partition-key",
            "k",
            "--data",
            "fileb://" + data);
    Slice stored = streams.stream("clicks").shard("shardId-000000000000").log().read(0, 10, 1000);
    String iterator =
        aws(
                "get-shard-iterator",
                "--stream-name",
                "clicks",
                "--shard-id",
                "shardId-000000000000",
                "--shard-iterator-type",
                "AT_TIMESTAMP",
                "--timestamp",
                "2026-01-01T00:00:00Z")
            .path("ShardIterator")
            .textValue();
    JsonNode read = aws("get-records", "--shard-iterator", iterator);

    assertThat(stored.records()).hasSize(1);
    assertThat(new String(stored.records().get(0).data(), UTF_8)).isEqualTo("\"hello\"");
    assertThat(read.at("/Records/0/SequenceNumber")).isEqualTo(put.path("SequenceNumber"));
    assertThat(read.at("/Records/0/Data").binaryValue()).isEqualTo("\"hello\"".getBytes(UTF_8));
    assertThat(read.path("MillisBehindLatest").longValue()).isZero();
  }

  @Test
  void theCommandLineUnderstandsAnError() throws Exception {
    AwsCli.Run run = run("describe-stream-summary", "--stream-name", "none");

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.output())
        .contains("(ResourceNotFoundException)")
        .contains("Stream none under account 000000000000 not found.");
  }

  private JsonNode aws(String... arguments) throws Exception {
    AwsCli.Run run = run(arguments);
    assertThat(run.exitCode()).as(run.output()).isZero();
    return new ObjectMapper().readTree(run.output());
  }

  private AwsCli.Run run(String... arguments) throws Exception {
    return Objects.requireNonNull(cli).kinesis(endpoint.uri(), arguments);
  }
}
