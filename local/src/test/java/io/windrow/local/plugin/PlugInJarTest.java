package io.windrow.local.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.aggregate.AggregateLaws;
import io.windrow.aggregate.AggregatePlugIn;
import io.windrow.functions.PlugInJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar of plug-ins, as the command runs it. */
class PlugInJarTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path directory = Path.of("");

  @BeforeAll
  static void compile() throws IOException {
    AccessLogPipeline.in(directory);
  }

  @Test
  void checkTellsWhichPlugInsADefinitionNames() {
    Executed check = Executed.of("check", directory.toString());

    assertThat(check.exitCode()).as(check.err()).isZero();
    assertThat(check.out())
        .contains(
            "enrichment statuses has its rows from the plug-in statuses",
            "plug-in: aggregate longest 1",
            "plug-in: decoder access-log 1",
            "plug-in: enrichment statuses 1",
            "plug-in: function section 1");
  }

  @Test
  void checkTellsTheNearestNameOfAPlugIn(@TempDir Path wrong) throws IOException {
    Files.createDirectory(wrong.resolve("lib"));
    Files.copy(
        directory.resolve("lib").resolve("access-log.jar"), wrong.resolve("lib").resolve("a.jar"));
    Files.copy(directory.resolve("request.schema.json"), wrong.resolve("request.schema.json"));
    Files.writeString(
        wrong.resolve("pipeline.yaml"),
        Files.readString(directory.resolve("pipeline.yaml"))
            .replace("format: access-log", "format: acces-log")
            .replace("plugin: statuses", "plugin: status"));

    Executed check = Executed.of("check", wrong.toString());

    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.err())
        .contains("did you mean 'access-log'?")
        .contains("did you mean 'statuses'?");
  }

  @Test
  void aJarOfAnotherVersionOfWindrowIsTold(@TempDir Path wrong) throws IOException {
    Path lib = Files.createDirectory(wrong.resolve("lib"));
    AccessLogPipeline.writeJar(
        lib.resolve("broken.jar"),
        "META-INF/services/io.windrow.plugin.DecoderPlugIn",
        "example.Missing");

    Executed check = Executed.of("check", wrong.toString());

    assertThat(check.exitCode()).isEqualTo(2);
    assertThat(check.err())
        .contains("a jar in lib declares a plug-in that can't be loaded")
        .contains("example.Missing");
  }

  @Test
  void aRunCountsByThemAndKeepsWhatTheyFailOn() throws IOException {
    Path results = directory.resolve("results.jsonl");
    Path totals = directory.resolve("totals.json");

    Executed run =
        Executed.of(
            "run",
            directory.toString(),
            "--results",
            results.toString(),
            "--totals",
            totals.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllLines(results))
        .extracting(PlugInJarTest::shown)
        .containsExactlyInAnyOrder(
            "shop served 3 14 55.75", "help failed 1 13 1", "help served 1 5 2");
    assertThat(JSON.readTree(totals.toFile()).path("reasons").toString())
        .isEqualTo("{\"clean.section\":1,\"enrich.missing\":1,\"format.access-log\":1}");
  }

  private static String shown(String line) {
    try {
      JsonNode result = JSON.readTree(line);
      JsonNode group = result.path("group");
      JsonNode values = result.path("values");
      return "%s %s %s %s %s"
          .formatted(
              group.path("section").asText(),
              group.path("outcome").asText(),
              values.path("requests"),
              values.path("longest"),
              values.path("millis"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itsAggregateKeepsTheLaws() {
    AggregatePlugIn longest =
        Objects.requireNonNull(new PlugInJars(directory).load().aggregates().get("longest"));

    AggregateLaws.of(longest.aggregate(), random -> List.of("x".repeat(random.nextInt(9))))
        .check(1000);
  }
}
