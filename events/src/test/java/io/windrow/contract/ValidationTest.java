package io.windrow.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.contract.EventTime.Unit;
import io.windrow.expression.AbsentFieldException;
import io.windrow.expression.Expression;
import io.windrow.expression.ExpressionException;
import io.windrow.record.Event;
import io.windrow.record.FieldPath;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private static final long ARRIVAL = 1_700_000_000_000L;

  private final Map<String, Expression> clean = new LinkedHashMap<>();
  private @Nullable Rule rule;
  private @Nullable Expression keep;

  @Test
  void aGoodRecordIsACandidateWithItsFieldsAndTime() throws Exception {
    assertThat(judge("{\"at\":5,\"country\":\"nl\"}"))
        .isEqualTo(new Judgement.Candidate(new Event(Map.of("at", 5L, "country", "nl"), 5)));
  }

  @Test
  void stepsRejectInTheirOrder() throws Exception {
    rule = new Rule("paid", computed(fields -> false));
    keep = computed(fields -> false);

    assertThat(judge("{\"country\":1,\"country\":1}"))
        .hasToString(rejected("json.duplicate", "/country"));
    assertThat(judge("{\"country\":1}")).hasToString(rejected("contract.type", "/country"));
    assertThat(judge("{\"country\":\"nl\"}")).hasToString(rejected("time.missing", "/at"));
    assertThat(judge("{\"at\":5}")).hasToString(rejected("rule.paid", ""));
  }

  @Test
  void cleanedFieldsAreSetInOrderAndSeeThoseBefore() throws Exception {
    clean.put("country", computed(fields -> text(fields, "country").toUpperCase(Locale.ROOT)));
    clean.put("label", computed(fields -> text(fields, "country") + "!"));

    assertThat(judge("{\"at\":5,\"country\":\"nl\"}"))
        .isEqualTo(
            new Judgement.Candidate(
                new Event(Map.of("at", 5L, "country", "NL", "label", "NL!"), 5)));
  }

  @Test
  void cleaningDoesNotMoveTheTimeOfAnEvent() throws Exception {
    clean.put("at", computed(fields -> 9L));

    assertThat(judge("{\"at\":5}"))
        .isEqualTo(new Judgement.Candidate(new Event(Map.of("at", 9L), 5)));
  }

  @Test
  void aFieldCleanedFromAnAbsentOneIsNotSet() throws Exception {
    clean.put("country", computed(fields -> text(fields, "country").toUpperCase(Locale.ROOT)));

    assertThat(judge("{\"at\":5}"))
        .isEqualTo(new Judgement.Candidate(new Event(Map.of("at", 5L), 5)));
  }

  @Test
  void aCleanExpressionWithoutAValueRejects() throws Exception {
    clean.put("country", computed(ValidationTest::noValue));

    assertThat(judge("{\"at\":5}")).hasToString(rejected("clean.country", ""));
  }

  @Test
  void aRuleThatIsFalseOrHasNoValueRejects() throws Exception {
    rule = new Rule("paid", computed(fields -> fields.containsKey("country")));
    assertThat(judge("{\"at\":5}")).hasToString(rejected("rule.paid", ""));

    rule = new Rule("paid", computed(fields -> text(fields, "price")));
    assertThat(judge("{\"at\":5}")).hasToString(rejected("rule.paid", ""));

    rule = new Rule("paid", computed(ValidationTest::noValue));
    assertThat(judge("{\"at\":5}")).hasToString(rejected("rule.paid", ""));
  }

  @Test
  void anEventThatIsNotToBeKeptIsFiltered() throws Exception {
    Event event = new Event(Map.of("at", 5L), 5);

    keep = computed(fields -> false);
    assertThat(judge("{\"at\":5}")).isEqualTo(new Judgement.Filtered(event));

    keep = computed(fields -> text(fields, "event_type").equals("view"));
    assertThat(judge("{\"at\":5}")).isEqualTo(new Judgement.Filtered(event));

    keep = computed(fields -> true);
    assertThat(judge("{\"at\":5}")).isEqualTo(new Judgement.Candidate(event));
  }

  @Test
  void aKeepWithoutAValueRejects() throws Exception {
    keep = computed(ValidationTest::noValue);

    assertThat(judge("{\"at\":5}")).hasToString(rejected("keep.failed", ""));
  }

  @Test
  void whatFailsUnforeseenRejectsTheOneRecord() throws Exception {
    keep =
        computed(
            fields -> {
              throw new IllegalStateException("a fault of ours");
            });
    assertFailed("java.lang.IllegalStateException", judge("{\"at\":5}"));

    keep = computed(ValidationTest::endless);
    assertFailed("java.lang.StackOverflowError", judge("{\"at\":5}"));
  }

  @Test
  void aRecordThatIsDeeperThanAnyIsAVerdict() throws Exception {
    assertThat(judge("{\"a\":".repeat(10_000))).hasToString(rejected("json.depth", ""));
  }

  private Judgement judge(String json) throws Exception {
    JsonNode contract =
        new ObjectMapper().readTree("{\"properties\":{\"country\":{\"type\":\"string\"}}}");
    Validation validation =
        new Validation(
            RecordReader.ofJson(contract, Optional.empty()),
            new EventTime(FieldPath.of("at"), Unit.MILLIS, 60_000L),
            clean,
            rule == null ? List.of() : List.of(rule),
            keep);
    StreamRecord record =
        new StreamRecord(new Position("s", "1", 0), "key", ARRIVAL, json.getBytes(UTF_8), false);
    return validation.judge(record).get(0).judgement();
  }

  private static void assertFailed(String exception, Judgement judgement) {
    Judgement.Rejected rejected = (Judgement.Rejected) judgement;
    assertThat(rejected.reason()).isEqualTo(Reason.of("internal.error"));
    Fault fault = requireNonNull(rejected.fault());
    assertThat(fault.exception()).isEqualTo(exception);
    assertThat(fault.place()).startsWith("io.windrow.contract.ValidationTest.");
  }

  private static String rejected(String code, String pointer) {
    return new Judgement.Rejected(new Reason(code, pointer)).toString();
  }

  private static String text(Map<String, ?> fields, String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new AbsentFieldException(name);
  }

  private static Object noValue(Map<String, ?> fields) {
    throw new ExpressionException("division by zero");
  }

  @SuppressWarnings("InfiniteRecursion") // on purpose
  private static Object endless(Map<String, ?> fields) {
    return endless(fields);
  }

  private static Expression computed(Function<Map<String, ?>, Object> value) {
    return new Computed(value);
  }

  /** An expression written in Java. */
  private record Computed(Function<Map<String, ?>, Object> value) implements Expression {
    @Override
    public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> fields) {
      return value.apply(fields);
    }

    @Override
    public String type() {
      return "dyn";
    }

    @Override
    public String text() {
      return "";
    }
  }
}
