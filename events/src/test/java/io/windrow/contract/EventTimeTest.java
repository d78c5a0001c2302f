package io.windrow.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.windrow.contract.EventTime.Unit;
import io.windrow.record.FieldPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  private static final long ARRIVAL = 1_700_000_000_000L;
  private static final long FIRST = -62_135_596_800_000L;
  private static final long LAST = 253_402_300_799_999L;

  @Test
  void millisAreIntegralNumbersHoweverWritten() throws RejectedException {
    assertThat(time(Unit.MILLIS, 5L)).isEqualTo(5);
    assertThat(time(Unit.MILLIS, new BigDecimal("5.0"))).isEqualTo(5);
    assertThat(time(Unit.MILLIS, new BigDecimal("17E11"))).isEqualTo(ARRIVAL);
    assertThat(rejection(Unit.MILLIS, new BigDecimal("5.5"))).hasToString("time.format /at");
  }

  @Test
  void secondsHaveAFractionThatIsCutBelowTheMillisecond() throws RejectedException {
    assertThat(time(Unit.SECONDS, 1_700_000_000L)).isEqualTo(ARRIVAL);
    assertThat(time(Unit.SECONDS, new BigDecimal("1.2349"))).isEqualTo(1234);
    assertThat(time(Unit.SECONDS, new BigDecimal("-0.0001"))).isEqualTo(-1);
  }

  @Test
  void aNumberMayBeWrittenAsText() throws RejectedException {
    assertThat(time(Unit.MILLIS, "1700000000000")).isEqualTo(ARRIVAL);
    assertThat(time(Unit.MILLIS, "-1")).isEqualTo(-1);
    assertThat(time(Unit.SECONDS, "1700000000.000")).isEqualTo(ARRIVAL);
    assertThat(time(Unit.SECONDS, "1.2349")).isEqualTo(1234);
    assertThat(rejection(Unit.MILLIS, "5.5")).hasToString("time.format /at");
    assertThat(time(Unit.SECONDS, "1.2345678901234567890123")).isEqualTo(1234);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"999999999999999999", "1234567890123456789", "-1234567890123456789012345"})
  void aTextOfTooManyDigitsIsOutOfRangeAsTheNumberIs(String text) {
    assertThat(rejection(Unit.MILLIS, text)).hasToString("time.range /at");
    assertThat(rejection(Unit.MILLIS, new BigDecimal(text))).hasToString("time.range /at");
    assertThat(rejection(Unit.SECONDS, text)).hasToString("time.range /at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "5 ", "+5", "5e3", ".5", "5.", "0x5", "٥"})
  void anyOtherTextIsNoNumber(String text) {
    assertThat(rejection(Unit.MILLIS, text)).hasToString("time.format /at");
    assertThat(rejection(Unit.SECONDS, text)).hasToString("time.format /at");
  }

  @ParameterizedTest
  @CsvSource({
    "2023-11-14T22:13:20Z, 1700000000000",
    "2023-11-14T23:13:20+01:00, 1700000000000",
    "2023-11-14t22:13:20.5z, 1700000000500",
    "2023-11-14T16:43:20-05:30, 1700000000000",
    "2023-11-14T22:13:20+00, 1700000000000",
    "2023-11-14T23:13:20+0100, 1700000000000",
    "2023-11-14T22:13:20.12399999999999999999Z, 1700000000123",
    "2023-11-14T22:13Z, 1699999980000",
    "1969-12-31T23:59:59.9999Z, -1",
    "0001-01-01T00:00:00Z, -62135596800000",
    "9999-12-31T23:59:59.999Z, 253402300799999",
    "1601-01-01T00:00:00Z, -11644473600000"
  })
  void isoTimesHaveAnyOffsetAndAnyFraction(String text, long millis) throws RejectedException {
    assertThat(time(Unit.ISO8601, text)).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2023-11-14",
        "2023-11-14T22:13:20",
        "2023-11-14 22:13:20Z",
        "2023-02-30T00:00:00Z",
        "2023-11-14T24:00:00Z",
        "2023-11-14T22:13:60Z",
        "2023-11-14T22:13:20+19:00",
        "1700000000000",
        "2023-11-14T22:13:20Z ",
        "2023-11-14T22:13:20.Zx"
      })
  void anIsoTimeThatCannotBeReadIsRejected(String text) {
    assertThat(rejection(Unit.ISO8601, text)).hasToString("time.format /at");
  }

  @Test
  void aTimeOfTheWrongTypeIsRejected() {
    assertThat(rejection(Unit.SECONDS, true)).hasToString("time.format /at");
    assertThat(rejection(Unit.ISO8601, 5L)).hasToString("time.format /at");
    assertThat(rejection(Unit.MILLIS, List.of(5L))).hasToString("time.format /at");
  }

  @Test
  void timesOutsideTheYears1To9999AreOutOfRange() throws RejectedException {
    assertThat(time(Unit.MILLIS, FIRST)).isEqualTo(FIRST);
    assertThat(time(Unit.MILLIS, LAST)).isEqualTo(LAST);
    assertThat(rejection(Unit.MILLIS, FIRST - 1)).hasToString("time.range /at");
    assertThat(rejection(Unit.MILLIS, LAST + 1)).hasToString("time.range /at");
    assertThat(rejection(Unit.SECONDS, Long.MAX_VALUE)).hasToString("time.range /at");
    assertThat(rejection(Unit.SECONDS, new BigDecimal("-1E+125"))).hasToString("time.range /at");
    assertThat(rejection(Unit.ISO8601, "0000-12-31T23:59:59Z")).hasToString("time.range /at");
    assertThat(rejection(Unit.ISO8601, "+10000-01-01T00:00:00Z")).hasToString("time.range /at");
    assertThat(rejection(Unit.ISO8601, "+999999999-01-01T00:00:00Z")).hasToString("time.range /at");
  }

  @Test
  void aTimeThatIsMissingOrNullIsRejectedWithItsPlace() {
    EventTime time = new EventTime(FieldPath.of("properties.time"), Unit.MILLIS, null);
    Map<String, Object> noTime = Map.of("properties", Map.of("mag", 1L));

    assertThat(
            catchThrowableOfType(RejectedException.class, () -> time.of(noTime, ARRIVAL)).reason())
        .hasToString("time.missing /properties/time");
    assertThat(
            catchThrowableOfType(RejectedException.class, () -> time.of(Map.of(), ARRIVAL))
                .reason())
        .hasToString("time.missing /properties/time");
  }

  @Test
  void aTimeMoreThanAheadPastItsArrivalIsRejected() throws RejectedException {
    EventTime time = new EventTime(FieldPath.of("at"), Unit.MILLIS, 60_000L);
    Map<String, Object> tooFar = Map.of("at", ARRIVAL + 60_001);

    assertThat(time.of(Map.of("at", ARRIVAL + 60_000), ARRIVAL)).isEqualTo(ARRIVAL + 60_000);
    assertThat(
            catchThrowableOfType(RejectedException.class, () -> time.of(tooFar, ARRIVAL)).reason())
        .hasToString("time.ahead /at");
  }

  @Test
  void withoutAheadATimeIn9999IsTaken() throws RejectedException {
    assertThat(time(Unit.ISO8601, "9999-01-01T00:00:00Z")).isGreaterThan(ARRIVAL);
  }

  @Property
  void anInstantIsReadFromEveryUnitAndOffset(
      @ForAll @LongRange(min = FIRST + 64_800_000, max = LAST - 64_800_000) long millis,
      @ForAll @IntRange(min = -64_800, max = 64_800) int offset)
      throws RejectedException {
    OffsetDateTime written =
        Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offset));

    assertThat(time(Unit.ISO8601, written.toString())).isEqualTo(millis);
    assertThat(time(Unit.SECONDS, BigDecimal.valueOf(millis, 3))).isEqualTo(millis);
    assertThat(time(Unit.MILLIS, millis)).isEqualTo(millis);
  }

  private static long time(Unit unit, Object value) throws RejectedException {
    return new EventTime(FieldPath.of("at"), unit, null).of(Map.of("at", value), ARRIVAL);
  }

  private static Reason rejection(Unit unit, Object value) {
    return catchThrowableOfType(RejectedException.class, () -> time(unit, value)).reason();
  }
}
