package io.windrow.local.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint as the AWS command line uses it, where that is installed. */
class AwsCliTest {
  private final KinesisStreams streams = new KinesisStreams(InstantSource.system());
  private String aws = "";
  private KinesisEndpoint endpoint;

  @BeforeEach
  void start() {
    Optional<String> found = find();
    assumeTrue(
        found.isPresent(),
        "The AWS CLI is neither in WINDROW_AWSCLI nor on the PATH: .ci/awscli installs it.");
    aws = found.orElseThrow();
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
    Run run = run("describe-stream-summary", "--stream-name", "none");

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.output())
        .contains("(ResourceNotFoundException)")
        .contains("Stream none under account 000000000000 not found.");
  }

  private record Run(int exitCode, String output) {}

  private JsonNode aws(String... arguments) throws Exception {
    Run run = run(arguments);
    assertThat(run.exitCode()).as(run.output()).isZero();
    return new ObjectMapper().readTree(run.output());
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(aws, "--endpoint-url", endpoint.uri().toString(), "kinesis"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("AWS_PROFILE");
    builder.environment().put("AWS_ACCESS_KEY_ID", "local");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "local");
    builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
    builder.environment().put("AWS_DEFAULT_OUTPUT", "json");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  private static Optional<String> find() {
    String given = System.getenv("WINDROW_AWSCLI");
    if (given != null) {
      return Optional.of(given);
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, "aws"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
