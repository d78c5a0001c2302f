package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.kinesis.KinesisEndpoint;
import io.windrow.local.kinesis.KinesisStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a person can do wrong: a sentence says what and where, the exit code is 2. */
class CommandErrorsTest {
  private static final String SAMPLE = Path.of("..", "samples", "ad-clicks").toString();

  @TempDir private Path directory = Path.of("");

  @Test
  void aDirectoryThatIsNoneIsNamed() {
    assertError("run", "nowhere").contains("nowhere is not a directory").contains("pipeline.yaml");
  }

  @Test
  void aDirectoryWithoutADefinitionIsToldWhatItLacks() {
    assertError("check", directory.toString()).contains("pipeline.yaml");
  }

  @Test
  void aDefinitionThatIsWrongInTwoPlacesIsToldOfBoth() throws IOException {
    copySample();
    Path definition = directory.resolve("pipeline.yaml");
    String text = Files.readString(definition);
    Files.writeString(
        definition, text.replace("tumbling: 10s", "tumbling: 10x").replace("keep:", "kep:"));

    assertError("check", directory.toString())
        .contains("pipeline.yaml:")
        .contains("10x")
        .contains("did you mean 'keep'?");
  }

  @Test
  void aReferenceFileThatIsWrongIsToldWithItsLine() throws IOException {
    copySample();
    Files.writeString(directory.resolve("ads.csv"), "ad_id,campaign_id\na,b,c\n");

    assertError("run", directory.toString()).contains("ads.csv").contains("2");
  }

  @Test
  void aTableThatALocalRunDoesNotHaveIsToldBeforeAnyRecordWaits() throws IOException {
    copySample();
    Path definition = directory.resolve("pipeline.yaml");
    Files.writeString(
        definition, Files.readString(definition).replace("table: ads,", "table: adverts,"));

    assertError("run", directory.toString(), "--input", data(), "--until-drained")
        .startsWith("Table 'adverts' is in DynamoDB")
        .contains("adverts.csv or adverts.json");
  }

  @Test
  void anInputThatIsNotThereIsNamed() {
    assertError("run", SAMPLE, "--input", "nothing.jsonl")
        .isEqualTo("Cannot read nothing.jsonl: there is no such file.");
  }

  @Test
  void anInputThatIsADirectoryIsRefused() {
    assertError("run", SAMPLE, "--input", directory.toString())
        .isEqualTo("Cannot read " + directory + ": it is a directory.");
  }

  @Test
  void aPackedInputThatWasCutOffIsNamed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(Files.readAllBytes(Path.of(data())));
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    String file = Files.write(directory.resolve("cut.jsonl.gz"), cut).toString();
    try (KinesisEndpoint endpoint = StreamEndpoint.of("s")) {
      assertError("send", file, "--stream", "s", "--endpoint", endpoint.uri().toString())
          .startsWith("Cannot read " + file + ": Unexpected end");
    }
    assertError("run", SAMPLE, "--input", file, "--until-drained")
        .startsWith("Cannot read " + file + ": Unexpected end");
  }

  @Test
  void anOutputThatCanNotBeWrittenIsNamed() {
    Path file = directory.resolve("missing").resolve("results.jsonl");

    assertError("run", SAMPLE, "--results", file.toString())
        .isEqualTo("Cannot write %s: there is no directory %s.".formatted(file, file.getParent()));
  }

  @Test
  void aQuarantineThatIsAFileIsRefused() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertError("run", SAMPLE, "--quarantine", file.toString())
        .isEqualTo("Cannot write " + file + ": it is no directory.");
  }

  @Test
  void aPortInUseIsNamed() {
    try (KinesisEndpoint other =
        KinesisEndpoint.start(new KinesisStreams(InstantSource.system()), 0)) {
      assertError("run", SAMPLE, "--port", Integer.toString(other.port()))
          .contains("Port " + other.port())
          .contains("in use");
    }
  }

  @Test
  void numbersThatNothingCanBeMadeOfAreNamedWithTheirOption() {
    assertError("run", SAMPLE, "--shards", "0").contains("--shards is 0");
    assertError("run", SAMPLE, "--batch", "10001").contains("--batch is 10001");
    assertError("run", SAMPLE, "--port", "70000").contains("--port is 70000");
    assertError("run", SAMPLE, "--batch", "many")
        .contains("--batch", "'many' is not a whole number", "windrow run --help")
        .hasLineCount(2);
    assertError("run", SAMPLE, "--chaos", "99999999999999999999").contains("--chaos");
    assertError("generate", "ad-clicks", "--events", "-1").contains("--events is -1");
    assertError("generate", "ad-clicks", "--events", "1", "--rate", "0").contains("--rate is 0");
    assertError("generate", "shop-sessions", "--events", "-1").contains("--events is -1");
  }

  @Test
  void aLoadOfNothingIsToldWhatItsOptionTakes() {
    assertError("estimate", SAMPLE, "--rate", "0")
        .isEqualTo("--rate is 0; it must be more than 0 events a second, such as 0.5 or 1000.");
    assertError("estimate", SAMPLE, "--rate", "NaN").contains("--rate is");
    assertError("estimate", SAMPLE, "--rate", "many").contains("'many' is not a number");
    assertError("estimate", SAMPLE, "--rate", "1", "--bytes", "0").contains("--bytes is 0");
    assertError("estimate", SAMPLE, "--rate", "1", "--groups", "-1").contains("--groups is -1");
  }

  @Test
  void aSimulationTakesAMinuteAtLeast() {
    assertError("simulate", "--minutes", "0").isEqualTo("--minutes is 0; it must be 1 at least.");
    assertError("simulate", "--minutes", "-1").contains("--minutes is -1");
  }

  @Test
  void aRunUntilDrainedNeedsAnInput() {
    assertError("run", SAMPLE, "--live", "--until-drained").contains("--input FILE");
  }

  @Test
  void aStreamThatIsNotThereIsNamedWithItsPlace() {
    try (KinesisEndpoint endpoint =
        KinesisEndpoint.start(new KinesisStreams(InstantSource.system()), 0)) {
      assertError("send", data(), "--stream", "none", "--endpoint", endpoint.uri().toString())
          .isEqualTo(
              "There is no stream 'none' at %s: check the name, or create the stream first."
                  .formatted(endpoint.uri()));
    }
  }

  @Test
  void anEndpointWhereNobodyListensIsNamed() {
    assertError("send", data(), "--stream", "s", "--endpoint", "http://127.0.0.1:1")
        .contains("Kinesis at http://127.0.0.1:1 could not be asked");
  }

  @Test
  void anEndpointThatIsNoAddress() {
    assertError("send", data(), "--stream", "s", "--endpoint", "localhost")
        .isEqualTo("--endpoint is localhost; it must be http://HOST:PORT or https://HOST:PORT.");
    assertError("send", data(), "--stream", "s", "--endpoint", "127.0.0.1:4568")
        .contains("127.0.0.1:4568");
  }

  @Test
  void withoutACommandAllAreShownAndForAnUnknownOneTheNearest() {
    assertError().contains("Usage: windrow");
    assertError("rum").contains("rum").contains("run");
  }

  private static String data() {
    return Path.of(SAMPLE, "ad-clicks.jsonl").toString();
  }

  private void copySample() throws IOException {
    for (String file : new String[] {"pipeline.yaml", "ads.csv", "ad-click.schema.json"}) {
      Files.copy(Path.of(SAMPLE, file), directory.resolve(file));
    }
  }

  private AbstractStringAssert<?> assertError(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine command = Windrow.commandLine().setErr(new PrintWriter(err, true));
    int exitCode = command.execute(arguments);
    assertThat(exitCode).as(err.toString()).isEqualTo(2);
    return assertThat(err.toString().strip()).doesNotContain("\tat ");
  }
}
