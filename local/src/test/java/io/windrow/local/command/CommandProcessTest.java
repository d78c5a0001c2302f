package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.kinesis.KinesisEndpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, as its users meet it. */
@Timeout(400)
class CommandProcessTest {
  private static final int INTERRUPTED = 128 + 2;
  private static final int TERMINATED = 128 + 15;
  private static final Pattern ENDPOINT = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final Pattern RESULT = Pattern.compile("(?m)^networks  .*$");

  private final Sample sample = Sample.of("earthquakes");

  @TempDir private Path directory = Path.of("");

  @Test
  void theStandardInputUntilDrainedGivesTheExpectedFiles() throws Exception {
    Path results = directory.resolve("results.jsonl");
    Path totals = directory.resolve("totals.json");
    List<String> arguments =
        List.of(
            "run",
            sample.directory().path().toString(),
            "--input",
            "-",
            "--until-drained",
            "--results",
            results.toString(),
            "--totals",
            totals.toString());
    try (CommandProcess run = CommandProcess.start(directory, arguments, sample.data())) {
      assertThat(run.end()).as(run.err()).isZero();

      assertThat(results).hasSameBinaryContentAs(sample.file("expected/results.jsonl"));
      assertThat(totals).hasSameBinaryContentAs(sample.file("expected/totals.json"));
      assertThat(run.out()).contains("received 1,707").doesNotContain("\u001b");
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void recordsThatAreBrokenAreCountedAndTheRunSucceeds() throws Exception {
    Path input =
        Files.writeString(directory.resolve("broken.jsonl"), "{\n\n[]\n\"\u0000\"\n{\"type\":1}\n");
    Path quarantine = directory.resolve("quarantine");
    try (CommandProcess run =
        run(
            "--input",
            input.toString(),
            "--until-drained",
            "--quarantine",
            quarantine.toString())) {
      assertThat(run.end()).as(run.err()).isZero();

      assertThat(run.out()).contains("received 5 = accepted 0 + filtered 0 + rejected 5 + late 0");
      assertSentence(run).startsWith("Of 5 records none is accepted; ").hasLineCount(1);
    }
    try (CommandProcess list =
        CommandProcess.start(directory, List.of("quarantine", quarantine.toString()))) {
      assertThat(list.end()).as(list.err()).isZero();
      assertThat(list.out()).contains("json.malformed").endsWith("records 5\n");
    }
  }

  @Test
  void linesWithoutThePartitionKeysFieldAreCountedOnceOnTheStandardError() throws Exception {
    Path input = Files.writeString(directory.resolve("some.jsonl"), "{\"a\":1}\n{\"b\":1}\n{}\n");
    try (CommandProcess run =
        run("--input", input.toString(), "--until-drained", "--partition-key", "a")) {
      assertThat(run.end()).as(run.err()).isZero();

      assertSentence(run)
          .startsWith("Of 3 records none is accepted; 3 are rejected for contract.required.")
          .contains("\nLines without the field a,")
          .endsWith(": 2. Each was spread by its line's number instead.\n")
          .hasLineCount(2);
    }
    try (KinesisEndpoint endpoint = StreamEndpoint.of("s");
        CommandProcess send = send(input, endpoint, "--stream", "s", "--partition-key", "b")) {
      assertThat(send.end()).as(send.err()).isZero();

      assertThat(send.out()).contains("sent 3 records");
      assertSentence(send).startsWith("Lines without the field b,").contains(": 2.");
    }
  }

  @Test
  void aLineThatNoStreamTakesEndsTheRunWithASentence() throws Exception {
    Path input =
        Files.writeString(directory.resolve("long.jsonl"), "{}\n" + "x".repeat(5 << 20) + "\n");
    try (CommandProcess run = run("--input", input.toString(), "--until-drained")) {
      assertThat(run.end()).isEqualTo(2);

      assertSentence(run).startsWith("Line 2 of " + input + " is no record: ");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anInputWithoutLinesAndADiskThatIsFullEndTheRunWithASentence() throws Exception {
    try (CommandProcess run = run("--input", "/dev/zero", "--until-drained")) {
      assertThat(run.end()).isEqualTo(2);
      assertSentence(run).startsWith("Cannot read /dev/zero: line 1 has more than 10,485,760");
    }
    try (CommandProcess run = run("--results", "/dev/full")) {
      assertThat(run.end()).isEqualTo(2);
      assertSentence(run).contains("Cannot write /dev/full: No space left on device.");
    }
  }

  @Test
  void aRunWhoseInputIsInterruptedDoesNotLookLikeOneThatFinished() throws Exception {
    Path input = directory.resolve("input");
    assertThat(new ProcessBuilder("mkfifo", input.toString()).start().waitFor()).isZero();
    Path results = directory.resolve("results.jsonl");
    Path totals = directory.resolve("totals.json");
    try (CommandProcess run =
            run(
                "--input",
                input.toString(),
                "--until-drained",
                "--results",
                results.toString(),
                "--totals",
                totals.toString());
        OutputStream writer = Files.newOutputStream(input)) {
      writer.write(Files.readAllBytes(sample.data()));
      writer.flush();
      String result = run.await(RESULT);

      assertThat(result).contains("quakes=");
      assertThat(run.interrupt()).as(run.err()).isIn(INTERRUPTED, TERMINATED);
      assertSentence(run)
          .startsWith("Interrupted before the input was drained:")
          .contains("  networks: ", " windows\n", "the least watermark is 2018-");
    }
    assertThat(Files.readAllLines(results))
        .hasSizeGreaterThan(1)
        .last()
        .isEqualTo("{\"interrupted\":true}");
    assertThat(totals).content().contains("\"interrupted\":true");
  }

  @Test
  void aRunToWhoseStreamNothingIsSentSaysWhereItIsSent() throws Exception {
    try (CommandProcess run = run("--live", "--port", "0")) {
      String endpoint = run.await(ENDPOINT);
      int sent =
          Windrow.commandLine()
              .execute(
                  "send", sample.data().toString(), "--stream", "quakes", "--endpoint", endpoint);

      assertThat(sent).isEqualTo(2);
      assertThat(run.await(Pattern.compile("Nothing has arrived.*")))
          .isEqualTo(
              "Nothing has arrived on stream earthquakes yet. Clients have asked for 'quakes' instead: send to earthquakes, or name that stream in pipeline.yaml.");
      assertThat(run.interrupt()).as(run.err()).isIn(INTERRUPTED, TERMINATED);
    }
  }

  @Test
  void whatAPersonCanPutRightIsASentenceOnTheStandardError() throws Exception {
    try (CommandProcess run = run("--input", "nowhere.jsonl")) {
      assertThat(run.end()).isEqualTo(2);

      assertThat(run.out()).isEmpty();
      assertSentence(run).isEqualTo("Cannot read nowhere.jsonl: there is no such file.\n");
    }
    try (CommandProcess check = CommandProcess.start(directory, List.of("check", "nowhere"))) {
      assertThat(check.end()).isEqualTo(2);

      assertThat(check.out()).isEmpty();
      assertSentence(check).contains("nowhere");
    }
  }

  @Test
  void helpIsWhatWasAskedForAndAnUnknownOptionIsNot() throws Exception {
    try (CommandProcess help = CommandProcess.start(directory, List.of("run", "--help"))) {
      assertThat(help.end()).isZero();
      assertThat(help.out()).contains("--chaos", "Examples:");
      assertThat(help.err()).isEmpty();
    }
    try (CommandProcess run = run("--chaso", "7")) {
      assertThat(run.end()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("--chaso").contains("--chaos");
    }
  }

  @Test
  void whatIsSentToALiveRunIsCountedAndAnInterruptEndsItWithTotals() throws Exception {
    Path totals = directory.resolve("totals.json");
    Path results = directory.resolve("results.jsonl");
    try (CommandProcess run =
        run(
            "--live",
            "--port",
            "0",
            "--totals",
            totals.toString(),
            "--results",
            results.toString())) {
      String endpoint = run.await(ENDPOINT);
      int sent =
          Windrow.commandLine()
              .execute(
                  "send",
                  sample.data().toString(),
                  "--stream",
                  "earthquakes",
                  "--endpoint",
                  endpoint);
      String result = run.await(RESULT);

      assertThat(sent).isZero();
      assertThat(result).contains("quakes=");
      assertThat(Files.readString(results)).startsWith("{\"id\":").endsWith("}\n");
      assertThat(run.interrupt()).as(run.err()).isIn(INTERRUPTED, TERMINATED);
      assertThat(run.out()).contains("DynamoDB tables windrow-earthquakes-state, ", "received ");
      assertSentence(run).startsWith("Interrupted.\nThese windows were still open");
      assertThat(totals)
          .content()
          .contains("\"redelivered\":0", "\"lateByView\":{", "\"interrupted\":true");
      assertThat(results).content().doesNotContain("interrupted");
    }
  }

  private CommandProcess run(String... options) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add("run");
    arguments.add(sample.directory().path().toString());
    arguments.addAll(List.of(options));
    return CommandProcess.start(directory, arguments);
  }

  private CommandProcess send(Path file, KinesisEndpoint endpoint, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("send", file.toString(), "--endpoint", endpoint.uri().toString()));
    arguments.addAll(List.of(options));
    return CommandProcess.start(directory, arguments);
  }

  private static AbstractStringAssert<?> assertSentence(CommandProcess run) throws IOException {
    return assertThat(run.err()).doesNotContain("\tat ").endsWith(".\n");
  }
}
