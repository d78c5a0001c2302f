package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.kinesis.KinesisEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
      assertThat(run.err()).isEmpty();
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

      assertSentence(run).startsWith("Lines without the field a,").contains(": 2.").hasLineCount(1);
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
    try (CommandProcess run = run("--live", "--port", "0", "--totals", totals.toString())) {
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
      assertThat(run.interrupt()).as(run.err()).isIn(INTERRUPTED, TERMINATED);
      assertThat(run.out()).contains("received ");
      assertThat(totals).content().contains("\"redelivered\":0");
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
