package io.windrow.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.definition.DefinitionException;
import io.windrow.definition.DefinitionReader;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code record} in expressions. */
class RecordVariableTest {
  private static final long NOON = Instant.parse("2026-01-31T12:00:00Z").toEpochMilli();
  private static final String DEFINITION =
      """
      name: records
      source: { kinesis: records }
      contract: contract.schema.json
      time: { field: t, unit: millis }
      clean:
        delay: record.arrival - t
      rules:
        - { name: keyed, require: record.partitionKey == 'key' }
      keep: record.sequence != '2'
      views:
        - name: v
          by: [record.shard, { odd: "int(record.sequence) % 2 == 1" }]
          window: { tumbling: 1m, grace: 0s }
          compute: { n: count(), slowest: max(delay), last: last(record.arrival), text: max(string(event.id)) }
      """;
  private static final String CONTRACT =
      """
      { "type": "object", "required": ["t"],
        "properties": { "t": { "type": "integer" }, "id": { "type": "string" } } }
      """;

  private final Path directory;

  RecordVariableTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void isWhatTheSourceSaysOfTheRecordInEveryPlaceOfADefinition() throws IOException {
    write(DEFINITION, CONTRACT);
    List<String> lines = List.of(line(0), line(1), line(2), line(3));

    List<String> told = CaseRun.of(directory).run(lines, line -> NOON + 10 * line);

    assertThat(told)
        .containsExactly(
            "v {\"record.shard\": \"shard-0\", \"odd\": false}"
                + " 2026-01-31T12:00:00.000Z 2026-01-31T12:01:00.000Z"
                + " {\"n\": 1, \"slowest\": 27, \"last\": 1769860800030, \"text\": \"a\"}",
            "v {\"record.shard\": \"shard-0\", \"odd\": true}"
                + " 2026-01-31T12:00:00.000Z 2026-01-31T12:01:00.000Z"
                + " {\"n\": 2, \"slowest\": 18, \"last\": 1769860800020, \"text\": \"a\"}",
            "received 4 accepted 3 filtered 1 rejected 0 late 0");
  }

  @Test
  void isReadFromAPlanAsFromItsDefinition() throws IOException {
    write(DEFINITION, CONTRACT);
    Plan plan = Plan.of(new DefinitionReader(CaseRun.siblings(directory)).read(), 1);

    Plan read = PlanFile.read(PlanFile.write(plan));

    assertThat(CaseRun.of(read).run(List.of(line(0)), line -> NOON))
        .isEqualTo(CaseRun.of(plan).run(List.of(line(0)), line -> NOON));
  }

  @Test
  void neverTakesThePlaceOfAField() throws IOException {
    String contract = CONTRACT.replace("\"id\": { \"type\"", "\"record\": { \"type\"");
    write(
        """
        name: records
        source: { kinesis: records }
        contract: contract.schema.json
        time: { field: t, unit: millis }
        views:
          - { name: v, by: [record], window: { tumbling: 1m, grace: 0s }, compute: { n: count() } }
        """,
        contract);
    String line = "{\"t\":%d,\"record\":\"mine\"}".formatted(NOON);

    List<String> told = CaseRun.of(directory).run(List.of(line), at -> NOON);

    assertThat(told.get(0)).startsWith("v {\"record\": \"mine\"}");
  }

  @Test
  void isOfOtherFieldsAProblem() throws IOException {
    write(DEFINITION.replace("record.shard", "record.shardId"), CONTRACT);

    assertThatThrownBy(() -> CaseRun.of(directory))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "no field shardId in record, expected one of arrival, partitionKey, shard, sequence;"
                + " did you mean 'shard'?");
  }

  private static String line(int number) {
    return "{\"t\":%d,\"id\":\"a\",\"record\":\"not mine\"}".formatted(NOON + number);
  }

  private void write(String definition, String contract) throws IOException {
    Files.writeString(directory.resolve("pipeline.yaml"), definition);
    Files.writeString(directory.resolve("contract.schema.json"), contract);
  }
}
