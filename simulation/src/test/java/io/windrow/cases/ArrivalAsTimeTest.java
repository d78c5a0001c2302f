package io.windrow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payloads that have no time. */
class ArrivalAsTimeTest {
  private static final long NOON = Instant.parse("2026-01-31T12:00:00Z").toEpochMilli();
  private static final String DEFINITION =
      """
      name: arrival-as-time
      source: { kinesis: arrival-as-time }
      contract: contract.schema.json
      time: %s
      views:
        - name: v
          by: [id]
          window: { tumbling: 1m, grace: 0s }
          compute: { n: count() }
      """;

  private final Path directory;

  ArrivalAsTimeTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void areCountedInTheWindowsInWhichTheyArrive() throws IOException {
    write("arrival");
    List<String> lines = List.of("{\"id\":\"a\"}", "{\"id\":\"a\"}", "{}", "{\"id\":\"a\"}");

    List<String> told = CaseRun.of(directory).run(lines, line -> NOON + line * 30_000);

    assertThat(told)
        .containsExactly(
            "v {\"id\": \"a\"} 2026-01-31T12:00:00.000Z 2026-01-31T12:01:00.000Z {\"n\": 2}",
            "v {\"id\": \"a\"} 2026-01-31T12:01:00.000Z 2026-01-31T12:02:00.000Z {\"n\": 1}",
            "rejected contract.required /id x1",
            "received 4 accepted 3 filtered 0 rejected 1 late 0");
  }

  @Test
  void areLateWhereTheArrivalsOfAShardGoBackPastAnEnd() throws IOException {
    write("arrival");
    List<String> lines = List.of("{\"id\":\"a\"}", "{\"id\":\"a\"}");

    List<String> told = CaseRun.of(directory).run(lines, line -> NOON - line);

    assertThat(told)
        .containsExactly(
            "v {\"id\": \"a\"} 2026-01-31T12:00:00.000Z 2026-01-31T12:01:00.000Z {\"n\": 1}",
            "late x1",
            "received 2 accepted 1 filtered 0 rejected 0 late 1");
  }

  @Test
  void makeTheCheckSayWhatToDoWhereAFieldIsMissed() throws IOException {
    write("{ field: approximateArrivalTimestamp, unit: millis }");

    assertThatThrownBy(() -> CaseRun.of(directory))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "unknown field 'approximateArrivalTimestamp', expected one of id, or time: arrival,"
                + " when Kinesis took the record");
  }

  private void write(String time) throws IOException {
    Files.writeString(directory.resolve("pipeline.yaml"), DEFINITION.formatted(time));
    Files.writeString(
        directory.resolve("contract.schema.json"),
        "{\"type\":\"object\",\"required\":[\"id\"],\"properties\":{\"id\":{\"type\":\"string\"}}}");
  }
}
