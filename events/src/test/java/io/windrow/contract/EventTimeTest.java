package io.windrow.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.windrow.contract.EventTime.Unit;
import io.windrow.record.FieldPath;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  private static final long ARRIVAL = 1_700_000_000_000L;
  private static final long FIRST = -62_135_596_800_000L;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long LAST = 253_402_300_799_999L;

  @Test
  void millisAreNumbersHoweverWrittenOfWhichAFractionIsCut() throws RejectedException {
    assertThat(time(Unit.MILLIS, 5L)).isEqualTo(5);
    assertThat(time(Unit.MILLIS, new BigDecimal("5.0"))).isEqualTo(5);
    assertThat(time(Unit.MILLIS, new BigDecimal("17E11"))).isEqualTo(ARRIVAL);
    assertThat(time(Unit.MILLIS, new BigDecimal("5.5"))).isEqualTo(5);
    assertThat(time(Unit.MILLIS, new BigDecimal("-5.5"))).isEqualTo(-6);
  }

  @Test
  void microsAndNanosAreCutBelowTheMillisecond() throws RejectedException {
    assertThat(time(Unit.MICROS, 1_700_000_000_000_999L)).isEqualTo(ARRIVAL);
    assertThat(time(Unit.MICROS, "1700000000000999")).isEqualTo(ARRIVAL);
    assertThat(time(Unit.MICROS, -1L)).isEqualTo(-1);
    assertThat(time(Unit.NANOS, "1700000000000999999")).isEqualTo(ARRIVAL);
    assertThat(time(Unit.NANOS, 1_700_000_000_000_999_999L)).isEqualTo(ARRIVAL);
    assertThat(time(Unit.NANOS, new BigDecimal("1700000000000999999.5"))).isEqualTo(ARRIVAL);
    assertThat(time(Unit.NANOS, "-1")).isEqualTo(-1);
    assertThat(time(Unit.NANOS, "253402300799999999999")).isEqualTo(LAST);
    assertThat(rejection(Unit.NANOS, "253402300800000000000")).hasToString("time.range /at");
    assertThat(rejection(Unit.MICROS, Long.MAX_VALUE)).hasToString("time.range /at");
  }

  @Property
  void aNumberIsTheSameTimeHoweverItIsWritten(
      @ForAll EpochUnit unit, @ForAll @LongRange(min = -(1L << 62), max = 1L << 62) long number) {
    String verdict = verdict(unit.unit, number);

    assertThat(verdict(unit.unit, BigDecimal.valueOf(number))).isEqualTo(verdict);
    assertThat(verdict(unit.unit, Long.toString(number))).isEqualTo(verdict);
    assertThat(verdict(unit.unit, number + ".0")).isEqualTo(verdict);
  }

  @Property
  void whatIsBelowAMillisecondIsCutAndNeverRounded(
      @ForAll EpochUnit unit,
      @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long millis,
      @ForAll @LongRange(min = 0, max = 999_999) long nanos)
      throws RejectedException {
    BigDecimal exact = BigDecimal.valueOf(millis).add(BigDecimal.valueOf(nanos, 6));

    BigDecimal written = exact.scaleByPowerOfTen(unit.powerOfMillis);

    assertThat(time(unit.unit, written)).isEqualTo(millis);
    assertThat(time(unit.unit, written.toPlainString())).isEqualTo(millis);
  }

  enum EpochUnit {
    MILLIS(Unit.MILLIS, 0),
    SECONDS(Unit.SECONDS, -3),
    MICROS(Unit.MICROS, 3),
    NANOS(Unit.NANOS, 6);

    private final Unit unit;
    private final int powerOfMillis;

    EpochUnit(Unit unit, int powerOfMillis) {
      this.unit = unit;
      this.powerOfMillis = powerOfMillis;
    }
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
    assertThat(time(Unit.MILLIS, "5.5")).isEqualTo(5);
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
    "2023-11-14 22:13:20Z, 1700000000000",
    "2023-11-14 23:13:20.123456+01, 1700000000123",
    "2023-11-14T22:13:20 +00:00, 1700000000000",
    "2023-11-14 22:13:20 UTC, 1700000000000",
    "2023-11-14 22:13:20 GMT, 1700000000000",
    "'2023-11-14T22:13:20,5Z', 1700000000500",
    "20231114T221320Z, 1700000000000",
    "20231114T221320.5+0100, 1699996400500",
    "2023-11-14T221320Z, 1700000000000",
    "20231114T22:13:20Z, 1700000000000",
    "20231114T2213Z, 1699999980000",
    "2023-11-14T22Z, 1699999200000",
    "2023-11-14T22:13:20Z[UTC], 1700000000000",
    "2023-11-14T23:13:20+01:00[Europe/Berlin], 1700000000000",
    "2023-11-14T22:13:20Z[Europe/Nowhere][u-ca=iso8601], 1700000000000",
    "2023-11-14T23:13:20[Europe/Berlin], 1700000000000",
    "2023-11-14T23:13:20[u-ca=iso8601][!Europe/Berlin], 1700000000000",
    "2023-11-14T24:00:00Z, 1700006400000",
    "20231231T2400Z, 1704067200000",
    "2023-11-14Z, 1699920000000",
    "2023-11-14+01:00, 1699916400000",
    "+002023-11-14T22:13:20Z, 1700000000000",
    "2016-12-31T23:59:60Z, 1483228799999",
    "2017-01-01T00:59:60.25+01:00, 1483228799999",
    "2016-12-31T15:59:60-08:00, 1483228799999",
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
        "2023-11-14 22:13:20",
        "2023-02-30T00:00:00Z",
        "2023-11-14T24:00:00.000001Z",
        "2023-11-14T24:01Z",
        "2023-11-14T25:00:00Z",
        "2023-11-14T22:13:61Z",
        "2023-11-14  22:13:20Z",
        "2023-11-14T22:13:20  Z",
        "2023-11-14T22:13:20 ",
        "2023-1-14T22:13:20Z",
        "2023-11-14T2:13:20Z",
        "2023-1114T22:13:20Z",
        "2023-11-14T22:13:20[",
        "2023-11-14T22:13:20Z[",
        "2023-11-14T22:13:20Z[]",
        "2023-11-14T22:13:20[Europe/Nowhere]",
        "2023-11-14T22:13:20[u-ca=iso8601]",
        "2023-11-14T22:13:20.Z",
        "2023-11-14T22:13.5Z",
        "+2023-11-14T22:13:20Z",
        "+00202311-14T22:13:20Z",
        "２０２３-11-14T22:13:20Z",
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

  @ParameterizedTest
  @CsvSource({
    "2024-03-01T12:00:00, 2024-03-01T11:00:00Z",
    "2024-07-01 12:00:00, 2024-07-01T10:00:00Z",
    "20240701T120000, 2024-07-01T10:00:00Z",
    "2024-07-01T12:00:00Z, 2024-07-01T12:00:00Z",
    "2024-07-01T12:00:00[America/New_York], 2024-07-01T16:00:00Z",
    "2024-07-01, 2024-06-30T22:00:00Z",
    "20240701, 2024-06-30T22:00:00Z",
    "2024-06-30T24:00, 2024-06-30T22:00:00Z",
    "2017-01-01T00:59:60, 2016-12-31T23:59:59.999Z",
    "2024-03-31T01:59:59, 2024-03-31T00:59:59Z",
    "2024-03-31T02:30:00, 2024-03-31T01:30:00Z",
    "2024-03-31T03:00:00, 2024-03-31T01:00:00Z",
    "2024-10-27T02:30:00, 2024-10-27T00:30:00Z",
    "2024-10-27T03:00:00, 2024-10-27T02:00:00Z"
  })
  void aTimeWithoutAnOffsetIsLocalToTheZone(String text, Instant time) throws RejectedException {
    TimeFormat format = new TimeFormat(List.of(Unit.ISO8601), List.of(), BERLIN);

    assertThat(time(format, text)).isEqualTo(time.toEpochMilli());
  }

  @Property
  void aLocalTimeIsReadAsJavaTimeReadsIt(
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = -5_000_000_000L, max = 5_000_000_000L) long second)
      throws RejectedException {
    LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    TimeFormat iso = new TimeFormat(List.of(Unit.ISO8601), List.of(), zone);
    TimeFormat byPattern = new TimeFormat(List.of(), List.of("d.M.uuuu H:mm:ss"), zone);
    String dotted = local.format(DateTimeFormatter.ofPattern("d.M.uuuu H:mm:ss"));
    long expected = local.atZone(zone).toInstant().toEpochMilli();

    assertThat(time(iso, local.toString())).isEqualTo(expected);
    assertThat(time(byPattern, dotted)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia")
        .map(ZoneId::of);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd/MMM/yyyy:HH:mm:ss Z       | 14/Nov/2023:23:13:20 +0100    | 2023-11-14T22:13:20Z",
        "dd/MMM/yyyy:HH:mm:ss Z       | 14/NOV/2023:23:13:20 +0100    | 2023-11-14T22:13:20Z",
        "EEE, d MMM yyyy HH:mm:ss zzz | Tue, 14 Nov 2023 22:13:20 GMT | 2023-11-14T22:13:20Z",
        "M/d/yy h:mm:ss a             | 11/14/23 11:13:20 pm          | 2023-11-14T22:13:20Z",
        "uuuu-MM-dd HH:mm:ss.SSSSSS   | 2023-11-14 23:13:20.123999    | 2023-11-14T22:13:20.123Z",
        "uuuu-MM-dd[ HH:mm[:ss]]      | 2023-11-14 23:13              | 2023-11-14T22:13:00Z",
        "uuuu-MM-dd[ HH:mm[:ss]]      | 2023-11-14                    | 2023-11-13T23:00:00Z",
        "yyyyMMddHHmmssSSS            | 20231114231320123             | 2023-11-14T22:13:20.123Z",
        "uuuu-MM-dd'T'HH:mm:ssX       | 1969-12-31T23:59:59Z          | 1969-12-31T23:59:59Z",
      })
  void aTextIsReadByAPattern(String pattern, String text, Instant time) throws RejectedException {
    TimeFormat format = new TimeFormat(List.of(), List.of(pattern), BERLIN);

    assertThat(time(format, text)).isEqualTo(time.toEpochMilli());
  }

  @Test
  void aNumberOfDigitsIsReadByAPattern() throws RejectedException {
    TimeFormat format = new TimeFormat(List.of(), List.of("yyyyMMdd"), ZoneOffset.UTC);

    assertThat(time(format, 20_231_114L)).isEqualTo(1_699_920_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31.02.2024 10:00", "1.3.2024 25:00", "1.3.2024", "1.3.2024 10:00 ", "", "now"})
  void whatDoesNotFitThePatternIsRejected(String text) {
    TimeFormat format = new TimeFormat(List.of(), List.of("d.M.yyyy HH:mm"), BERLIN);

    assertThat(rejection(format, text)).hasToString("time.format /at");
    assertThat(rejection(format, true)).hasToString("time.format /at");
  }

  @Test
  void patternsAreTriedBeforeUnitsAndEachInItsOrder() throws RejectedException {
    TimeFormat format =
        new TimeFormat(
            List.of(Unit.ISO8601, Unit.SECONDS), List.of("yyyyMMdd", "yyyyMMddHH"), ZoneOffset.UTC);

    assertThat(time(format, "20231114")).isEqualTo(1_699_920_000_000L);
    assertThat(time(format, "2023111401")).isEqualTo(1_699_923_600_000L);
    assertThat(time(format, "2023-11-14T22:13:20")).isEqualTo(ARRIVAL);
    assertThat(time(format, "1700000000")).isEqualTo(ARRIVAL);
    assertThat(time(format, new BigDecimal("1700000000.5"))).isEqualTo(ARRIVAL + 500);
    assertThat(rejection(format, "1e9")).hasToString("time.format /at");
    assertThat(rejection(format, 1L << 60)).hasToString("time.range /at");
  }

  @Property
  void whatIsWrittenIsRead(
      @ForAll EpochUnit unit,
      @ForAll @LongRange(min = -4_000_000_000_000L, max = 4_000_000_000_000L) long millis)
      throws RejectedException {
    Instant time = Instant.ofEpochMilli(millis / 1000 * 1000);
    TimeFormat byPattern = new TimeFormat(List.of(), List.of("d.M.uuuu H:mm:ss X"), null);

    for (TimeFormat format :
        List.of(TimeFormat.of(unit.unit), TimeFormat.of(Unit.ISO8601), byPattern)) {
      assertThat(time(format, format.write(time))).isEqualTo(time.toEpochMilli());
    }
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

  /** What was read by the formatter of java.time before is read as it was. */
  @Property(tries = 5_000)
  void whatTheFormatterReadsIsReadTheSame(@ForAll("almostTimes") String text) {
    String before = before(text);

    if (!before.equals("time.format")) {
      assertThat(verdict(Unit.ISO8601, text)).isEqualTo(before);
    }
  }

  @Provide
  Arbitrary<String> almostTimes() {
    Arbitrary<String> dates =
        Arbitraries.of("2024-02-29", "2023-02-29", "1969-12-31", "9999-12-31");
    Arbitrary<String> times =
        Arbitraries.of("T00:00", "t23:59:59", "T12:00:00.5", "T12:00:00.123456789123", "T24:00");
    Arbitrary<String> offsets =
        Arbitraries.of("Z", "z", "+1", "+01", "-0130", "+01:30:15", "+013015", "+18:00", "-18:01");
    Arbitrary<Integer> places = Arbitraries.integers().between(-20, 30);
    Arbitrary<Character> letters = Arbitraries.chars().with("0123456789-:+.TZ ");
    return Combinators.combine(dates, times, offsets, places, letters)
        .as((date, time, offset, at, letter) -> changed(date + time + offset, at, letter));
  }

  private static String changed(String text, int at, char letter) {
    return at < 0 || at >= text.length()
        ? text
        : text.substring(0, at) + letter + text.substring(at + 1);
  }

  private static String before(String text) {
    try {
      String readable = text.replaceFirst("(?<=[.,][0-9]{9})[0-9]+", "");
      long millis = FORMATTER.parse(readable, Instant::from).toEpochMilli();
      return millis < FIRST || millis > LAST ? "time.range" : Long.toString(millis);
    } catch (DateTimeException e) {
      return "time.format";
    }
  }

  private static final DateTimeFormatter FORMATTER =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .parseLenient()
          .appendOffset("+HH", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private static String verdict(Unit unit, Object value) {
    try {
      return Long.toString(time(unit, value));
    } catch (RejectedException e) {
      return e.reason().code();
    }
  }

  private static long time(Unit unit, Object value) throws RejectedException {
    return time(TimeFormat.of(unit), value);
  }

  private static long time(TimeFormat format, Object value) throws RejectedException {
    return new EventTime(FieldPath.of("at"), format, null).of(Map.of("at", value), ARRIVAL);
  }

  private static Reason rejection(Unit unit, Object value) {
    return rejection(TimeFormat.of(unit), value);
  }

  private static Reason rejection(TimeFormat format, Object value) {
    return catchThrowableOfType(RejectedException.class, () -> time(format, value)).reason();
  }
}
