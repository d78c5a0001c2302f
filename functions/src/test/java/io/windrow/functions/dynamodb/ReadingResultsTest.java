package io.windrow.functions.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.windrow.view.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The guide's commands for reading results, run as they are printed with the AWS CLI that {@code
 * WINDROW_AWSCLI} names, or the one on the path.
 */
class ReadingResultsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Path GUIDE = Path.of("..", "docs", "guide", "deploy.md");

  /** 2018-02-03: the guide asks for the window that ends a day before. */
  private static final long LAST_WINDOW = 1_517_616_000_000L;

  private static final Path CLI =
      Path.of(System.getenv().getOrDefault("WINDROW_AWSCLI", "aws")).normalize();

  private final String table = TABLES.results();

  @BeforeAll
  static void needsTheCli() throws InterruptedException {
    try {
      assumeTrue(new ProcessBuilder(CLI.toString(), "--version").start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "no AWS CLI: " + e.getMessage());
    }
  }

  private void put(String group, long windowEnd, long count) {
    new DynamoResults(TABLES.client(), table, "earthquakes")
        .put(
            List.of(
                new Result(
                    "networks",
                    Map.of("network", group),
                    windowEnd - 86_400_000,
                    windowEnd,
                    0,
                    Map.of("n", count))));
  }

  @Test
  void oneGroupOverTimeIsOneQueryWithTheLastWindowFirst() throws Exception {
    put("ci", LAST_WINDOW, 7);
    put("ci", LAST_WINDOW - 86_400_000, 6);
    put("nc", LAST_WINDOW, 5);

    String read = run(commands("one query, the last window first"));

    assertThat(read).contains("\"Count\": 2").containsSubsequence("\"7\"", "\"6\"");
    assertThat(read).doesNotContain("\"5\"");
  }

  @Test
  void allGroupsOfAWindowAreOneQueryAPart() throws Exception {
    for (int group = 0; group < 20; group++) {
      put("g" + group, LAST_WINDOW - 86_400_000, 100 + group);
    }
    put("g1", LAST_WINDOW, 7);

    String read = run(commands("to find which window that is"));

    for (int group = 0; group < 20; group++) {
      assertThat(read).contains("\"" + (100 + group) + "\"");
    }
    assertThat(read).doesNotContain("\"7\"");
  }

  /** The block of commands that follows a sentence of the guide. */
  private static String commands(String sentence) throws IOException {
    String guide = Files.readString(GUIDE);
    int from = guide.indexOf("```\n", guide.indexOf(sentence)) + 4;
    return guide.substring(from, guide.indexOf("```", from));
  }

  private String run(String commands) throws IOException, InterruptedException {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euc", "aws() { command '" + CLI + "' \"$@\"; }\n" + commands);
    shell
        .environment()
        .putAll(
            Map.of(
                "TABLE", table,
                "AWS_REGION", "us-east-1",
                "AWS_ENDPOINT_URL", TABLES.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_PAGER", ""));
    Process process = shell.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
