package io.windrow.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own, as its users meet it. */
@Timeout(180)
class CommandProcessTest {
  private static final int INTERRUPTED = 130;

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"earthquakes", "ad-clicks"})
  void theStandardInputUntilDrainedGivesTheExpectedFiles(String name) throws Exception {
    Sample sample = Sample.of(name);
    Path results = directory.resolve("results.jsonl");
    Path totals = directory.resolve("totals.json");
    Process run =
        windrow(
                List.of(
                    "run",
                    sample.directory().path().toString(),
                    "--input",
                    "-",
                    "--until-drained",
                    "--results",
                    results.toString(),
                    "--totals",
                    totals.toString()))
            .redirectInput(sample.data().toFile())
            .start();
    String said = new String(run.getInputStream().readAllBytes(), UTF_8);

    assertThat(run.waitFor()).as(said).isZero();
    assertThat(results).hasSameBinaryContentAs(sample.file("expected/results.jsonl"));
    assertThat(totals).hasSameBinaryContentAs(sample.file("expected/totals.json"));
    assertThat(said).contains("received ").doesNotContain("\u001b");
  }

  @Test
  void whatIsSentToALiveRunIsCountedAndAnInterruptEndsItWithTotals() throws Exception {
    Sample sample = Sample.of("earthquakes");
    Path totals = directory.resolve("totals.json");
    Process run =
        windrow(
                List.of(
                    "run",
                    sample.directory().path().toString(),
                    "--live",
                    "--port",
                    "0",
                    "--totals",
                    totals.toString()))
            .start();
    try (BufferedReader said = run.inputReader(UTF_8)) {
      String endpoint = endpoint(said);
      int sent =
          Windrow.commandLine()
              .execute(
                  "send",
                  sample.data().toString(),
                  "--stream",
                  "earthquakes",
                  "--endpoint",
                  endpoint);
      waitForAResult(said);
      interrupt(run);
      String rest = said.lines().collect(Collectors.joining("\n"));

      assertThat(sent).isZero();
      assertThat(run.waitFor()).as(rest).isEqualTo(INTERRUPTED);
      assertThat(rest).contains("received ");
      assertThat(totals).content().contains("\"redelivered\":0");
    }
  }

  private static void interrupt(Process run) throws IOException, InterruptedException {
    int done = new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
    assertThat(done).isZero();
  }

  private static String endpoint(BufferedReader said) throws IOException {
    String title = Objects.requireNonNull(said.readLine());
    int from = title.indexOf("http://");
    return title.substring(from, title.indexOf(',', from));
  }

  private static void waitForAResult(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null && !line.startsWith("networks")) {
      line = said.readLine();
    }
    assertThat(line).isNotNull();
  }

  private static ProcessBuilder windrow(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dwindrow.dynamodb.jars=" + System.getProperty("windrow.dynamodb.jars"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Windrow.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
