package io.windrow.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.contract.Reason;
import io.windrow.definition.DefinitionReader;
import io.windrow.enrichment.ReferenceData;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Content;
import io.windrow.ledger.Kept;
import io.windrow.ledger.KeptLine;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What quarantine says of the expression that rejected a record. */
class RejectionDetailTest {
  private static final long NOON = Instant.parse("2026-01-31T12:00:00Z").toEpochMilli();
  private static final String DEFINITION =
      """
      name: details
      source: { kinesis: details }
      contract: contract.schema.json
      time: { field: t, unit: millis }
      clean:
        price: "double(price)"
      rules:
        - { name: paid, require: "price >= 0.0" }
      keep: kind % 2 == 0
      views:
        - name: velocity
          by: [user, { half: "size / 2" }]
          window: { tumbling: 1m, grace: 0s }
          compute:
            rate: mean(speed)
            same: "max(string(words.all(a, words.all(b, a == b || a < b || a > b))))"
      """;
  private static final String CONTRACT =
      """
      { "properties": { "t": { "type": "integer" }, "user": {}, "size": {}, "kind": {},
          "price": {}, "speed": {}, "words": {} } }
      """;
  private static final String GOOD =
      """
      {"t":%d,"user":"4711","size":4,"kind":2,"price":"1","speed":1,"words":[]}"""
          .formatted(NOON);

  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();
  private final Path directory;

  RejectionDetailTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("pipeline.yaml"), DEFINITION);
    Files.writeString(directory.resolve("contract.schema.json"), CONTRACT);
    stream.open("A", List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "speed | \"x\" | view.velocity | compute rate: speed: mean() takes a number, found a string;"
            + " convert the argument, or have the contract fix its type",
        "user  | [47] | view.velocity | by user: user: a group takes no objects and lists, found a"
            + " list",
        "size  | \"x\" | view.velocity | by half: size / 2: / does not take string and int",
        "price | \"x\" | clean.price   | double(price): a string is no number, expected one such as"
            + " 1.5",
        "price | \"-4\" | rule.paid     | price >= 0.0: is false",
        "kind  | \"x\" | keep.failed   | kind % 2 == 0: % does not take string and int",
      })
  void namesTheExpressionAndTheTypesThatItFound(
      String field, String value, String code, String detail) {
    Reason reason = reason(commit(with(field, value)));

    assertThat(reason.code()).isEqualTo(code);
    assertThat(reason.detail()).isEqualTo(detail);
  }

  @Test
  void namesNoValueEvenOfALongText() {
    Committed committed = commit(with("user", '"' + "4711".repeat(3_000) + '"'));

    assertThat(reason(committed).detail())
        .isEqualTo("by user: user: a text longer than the 8,192 characters that fit a result");
  }

  @Test
  void saysOfTooManyStepsWhatToChange() {
    String words =
        IntStream.range(0, 2_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

    Committed committed = commit(with("words", "[" + words + "]"));

    assertThat(reason(committed).detail())
        .startsWith("compute same: string(words.all(a, ")
        .contains("takes too many steps: bound the fields that it reads in the contract");
    assertThat(committed.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.reason()).isEqualTo(reason(committed));
              assertThat(String.valueOf(fault.fault())).contains("TooManyStepsException");
            });
  }

  @Test
  void isWhatTheLedgerAndTheFileHold() {
    Committed committed = commit(with("speed", "\"x\""));
    Kept kept = kept(committed);

    Kept read =
        Content.decode(new Content(List.of(), List.of(kept)).encode(), List.of()).kept().get(0);

    assertThat(read.reason()).isEqualTo(kept.reason());
    assertThat(KeptLine.of(read))
        .contains("\"pointer\":\"\",\"detail\":\"compute rate: speed: mean() takes a number");
    assertThat(committed.counts().reasons()).containsOnlyKeys("view.velocity");
  }

  @Test
  void isBounded() {
    Reason reason =
        Reason.of("view.v").with("compute n", "a +\n  b + " + "é".repeat(5_000), "x".repeat(5_000));

    assertThat(reason.detail()).startsWith("compute n: a + b + é").endsWith("x...").hasSize(483);
  }

  private static String with(String field, String value) {
    return GOOD.replaceFirst("\"" + field + "\":[^,}]+", "\"" + field + "\":" + value);
  }

  private static Kept kept(Committed committed) {
    return committed.additions().get(0).kept().get(0);
  }

  private static Reason reason(Committed committed) {
    return requireNonNull(kept(committed).reason());
  }

  private static ReferenceData noTable(Lookup lookup) {
    throw new IllegalArgumentException("a definition without tables: " + lookup);
  }

  private Committed commit(String line) {
    Plan plan = Plan.of(new DefinitionReader(CaseRun.siblings(directory)).read(), 1);
    Pipeline pipeline = Pipeline.of(plan, RejectionDetailTest::noTable);
    StreamRecord record =
        new StreamRecord(
            new Position("A", "1", 0), "key", NOON, line.getBytes(StandardCharsets.UTF_8), false);
    return new Committer(state.ports(stream).chains(), pipeline.steps(), pipeline.origin())
        .commit(new Batch("A", List.of(record)), "token", NOON);
  }
}
