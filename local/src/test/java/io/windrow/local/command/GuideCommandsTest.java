package io.windrow.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.windrow.local.kinesis.AwsCli;
import io.windrow.local.kinesis.KinesisEndpoint;
import io.windrow.local.kinesis.KinesisStreams;
import io.windrow.local.kinesis.StreamSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the guide that put records work as they are printed, but for the port. */
class GuideCommandsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String PRINTED = "http://127.0.0.1:4568";
  private static final String SEND = "./windrow send ";

  private final KinesisStreams streams = new KinesisStreams(InstantSource.system());
  private final KinesisEndpoint endpoint = KinesisEndpoint.start(streams, 0);

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void create() {
    streams.create(StreamSpec.provisioned("earthquakes", 1));
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void aFileIsSent() throws IOException {
    List<String> sends = lines(SEND);
    assertThat(sends).hasSizeGreaterThanOrEqualTo(1);
    for (String line : sends) {
      String[] arguments =
          line.substring("./windrow ".length()).replace(" samples/", " ../samples/").split(" ");
      int code = Windrow.commandLine().execute(arguments);

      assertThat(code).as(line).isZero();
    }
    assertThat(streams.stream("earthquakes").isEmpty()).isFalse();
  }

  @Test
  void aRecordIsPutByTheCommandLineOfAws() throws Exception {
    Optional<AwsCli> cli = AwsCli.find();
    assumeTrue(cli.isPresent(), AwsCli.MISSING);
    List<String> puts = lines("head ", "AWS_");
    assertThat(puts).anyMatch(line -> line.contains("aws kinesis put-record"));
    Path sample = Path.of("samples", "earthquakes", "earthquakes.jsonl");
    Files.createDirectories(directory.resolve(sample).getParent());
    Files.copy(ROOT.resolve(sample), directory.resolve(sample));

    String script =
        String.join("\n", puts).replace(" aws ", " '" + cli.orElseThrow().program() + "' ");
    ProcessBuilder bash = new ProcessBuilder("bash", "-euc", script).directory(directory.toFile());
    bash.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    Process process = bash.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("SequenceNumber");
    assertThat(streams.stream("earthquakes").isEmpty()).isFalse();
  }

  /** The guide's lines of code that begin so, for the endpoint of this test. */
  private List<String> lines(String... beginnings) throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/guide/local.md")).stream()
        .filter(line -> line.startsWith("    "))
        .map(line -> line.strip().replace(PRINTED, endpoint.uri().toString()))
        .filter(line -> Arrays.stream(beginnings).anyMatch(line::startsWith))
        .toList();
  }
}
