package io.windrow.local.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.contract.EventTime.Unit;
import io.windrow.contract.Reason;
import io.windrow.definition.PipelineBuilder;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Kept;
import io.windrow.plan.Definition;
import io.windrow.record.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
  private static final long NOW = 1_709_294_400_000L;
  private static final String CONTRACT =
      """
      {"type": "object", "properties":
        {"at": {}, "price": {"type": "number"}, "kind": {"type": "string"}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MILLIS | time.range | {\"at\":1709294400000000000} | look like nanos, and time has unit: millis: write unit: nanos.",
        "MILLIS | time.range | {\"at\":1709294400000000}    | look like micros, and time has unit: millis: write unit: micros.",
        "SECONDS | time.range | {\"at\":1709294400000}      | look like millis, and time has unit: seconds: write unit: millis.",
        "SECONDS | time.ahead | {\"at\":\"1709294400000\"}  | look like millis",
        "ISO8601 | time.format | {\"at\":1709294400}        | look like seconds, and time has unit: iso8601: write unit: seconds.",
        "MILLIS | time.format | {\"at\":\"2024-03-01T12:00:00Z\"} | write unit: iso8601.",
        "ISO8601 | time.format | {\"at\":\"2024-03-01T12:00:00\"} | one without an offset needs zone",
        "MILLIS | time.format | {\"at\":\"noon\"}           | /at is \"noon\", and time has unit: millis.",
        "MILLIS | time.missing | {\"AT\":1,\"x\":2}         | They have no /at; is it the /AT that they have?",
        "MILLIS | time.missing | {\"id\":1,\"x\":{\"y\":2}} | They have no /at, but /id, /x, /x/y.",
      })
  void timesOfAnotherUnitAreSeen(Unit unit, String code, String payload, String seen) {
    assertThat(diagnosed(definition(unit), code, "/at", payload.getBytes(UTF_8))).contains(seen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id,at,price                 | look like CSV",
        "<event at='1'/>             | look like XML",
        "{'at': 1}                   | single quotes",
        "at=1 price=2                | Windrow reads JSON objects, one a record",
        "[{\"at\":1}]                | put each event as a record of its own",
        "\"{\\\"at\\\":1}\"          | encoded twice",
        "{\"at\":1                   | broken or cut",
      })
  void payloadsThatAreNoObjectsAreSeen(String payload, String seen) {
    assertThat(diagnosed("json.malformed", payload.getBytes(UTF_8))).contains(seen);
  }

  @Test
  void bytesThatAreNoTextAreSeen() throws IOException {
    byte[] json = "{\"at\":1,\"price\":2,\"kind\":\"größer\"}".getBytes(UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(json);
    }

    assertThat(diagnosed("json.encoding", packed.toByteArray())).contains("gzip");
    assertThat(diagnosed("json.malformed", Base64.getEncoder().encode(json))).contains("Base64");
    assertThat(diagnosed("json.encoding", ("\uFEFF" + "{}").getBytes(UTF_16LE))).contains("UTF-16");
    assertThat(diagnosed("json.encoding", new byte[] {8, 1, 18, (byte) 0xff, 1}))
        .contains("no text");
    assertThat(diagnosed("record.empty", new byte[0])).contains("no bytes");
    // the first 4,096 bytes end within a character
    assertThat(diagnosed("json.malformed", ("a," + "ü".repeat(4_000) + ",").getBytes(UTF_8)))
        .contains("Windrow reads JSON objects");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "contract.type     | /price | {\"price\":\"12.5\"} | /price is a text, \"12.5\"",
        "contract.type     | /price | {\"price\":true}     | /price is a value of type boolean, true.",
        "contract.required | /price | {\"Price\":1}        | is it the /Price that they have?",
        "contract.required | /event_time | {\"eventTime\":1} | is it the /eventTime that they have?",
        "contract.enum     | /kind  | {\"kind\":\"x\"}     | /kind is \"x\".",
        "enrich.missing    | ''     | {\"kind\":\"a\"}     | Table ads has no row for keys such as \"a\"",
      })
  void whatAFieldIsIsSaid(String code, String pointer, String payload, String seen) {
    assertThat(diagnosed(definition(Unit.MILLIS), code, pointer, payload.getBytes(UTF_8)))
        .contains(seen);
  }

  @Test
  void whatAnExpressionFailsOnIsSaid() {
    Reason reason = Reason.of("view.v").with("compute n", "speed", "sum() takes a number");
    Diagnosis diagnosis = new Diagnosis(definition(Unit.MILLIS));
    diagnosis.kept(List.of(kept(reason, new byte[0]), kept(Reason.of("rule.a"), new byte[0])));

    assertThat(diagnosis.of(new Counts(1, 0, 0, 1, 0, Map.of("view.v", 1L), Map.of()), NOW))
        .contains(
            "Of 1 record none is accepted; 1 is rejected for view.v."
                + " compute n: speed: sum() takes a number");
    assertThat(diagnosis.failures())
        .containsExactly("view.v: compute n: speed: sum() takes a number");
  }

  @Test
  void recordsThatAreAllLateOrFilteredAreSeen() {
    Diagnosis diagnosis = new Diagnosis(definition(Unit.MILLIS));
    assertThat(diagnosis.of(new Counts(5, 0, 0, 0, 5, Map.of(), Map.of()), NOW))
        .hasValueSatisfying(text -> assertThat(text).contains("5 are late").contains("behind"));
    assertThat(diagnosis.of(new Counts(1, 0, 1, 0, 0, Map.of(), Map.of()), NOW))
        .contains(
            "Of 1 record none is accepted; 1 is filtered. keep is false for them: kind == 'view'");
  }

  @Test
  void ofARunThatAcceptsNothingIsSaid() {
    Diagnosis diagnosis = new Diagnosis(definition(Unit.MILLIS));

    assertThat(diagnosis.of(Counts.NONE, NOW)).isEmpty();
    assertThat(diagnosis.of(counts(98, 2), NOW)).isEmpty();
    assertThat(diagnosis.of(counts(99, 1), NOW))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith(
                        "Of 100 records only 1 is accepted; 99 are rejected for json.object."));
  }

  @Test
  void secondsThatAreReadAsMillisecondsAreSeen() {
    Diagnosis diagnosis = new Diagnosis(definition(Unit.MILLIS));

    assertThat(diagnosis.of(counts(0, 10), 1_709_294_400L))
        .hasValueSatisfying(
            text -> assertThat(text).contains("1970-01-20").contains("write unit: seconds"));
    assertThat(diagnosis.of(counts(0, 10), NOW)).isEmpty();
  }

  private static Counts counts(long rejected, long accepted) {
    return new Counts(
        rejected + accepted, accepted, 0, rejected, 0, Map.of("json.object", rejected), Map.of());
  }

  private static String diagnosed(String code, byte[] payload) {
    return diagnosed(definition(Unit.MILLIS), code, "", payload);
  }

  private static String diagnosed(
      Definition definition, String code, String pointer, byte[] payload) {
    Diagnosis diagnosis = new Diagnosis(definition);
    diagnosis.kept(List.of(kept(new Reason(code, pointer), payload)));
    return diagnosis.of(new Counts(1, 0, 0, 1, 0, Map.of(code, 1L), Map.of()), NOW).orElseThrow();
  }

  private static Kept kept(@Nullable Reason reason, byte[] payload) {
    return new Kept(
        new Position("s", "1", 0), "k", NOW, Kept.Verdict.REJECTED, reason, List.of(), payload);
  }

  private static Definition definition(Unit unit) {
    return new PipelineBuilder("d")
        .kinesis("d")
        .contract("c.json")
        .time("at", unit)
        .behind(Duration.ofMinutes(10))
        .clean("land", "kind.lowerAscii()")
        .rule("paid", "price > 0.0")
        .keep("kind == 'view'")
        .enrich("ads", ads -> ads.key("kind").take("campaign"))
        .view("v", view -> view.tumbling(Duration.ofMinutes(1)).compute("n", "count()"))
        .build(
            path ->
                path.equals("c.json") ? Optional.of(CONTRACT.getBytes(UTF_8)) : Optional.empty());
  }
}
