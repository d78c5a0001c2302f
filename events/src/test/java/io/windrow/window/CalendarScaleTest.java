package io.windrow.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarScaleTest {
  /** The years 1 to 9999. */
  private static final long FIRST = -62_135_596_800_000L;

  private static final long LAST = 253_402_300_799_999L;

  /** The years 1900 to 2100, in which clocks have been changed most. */
  private static final long OLD = -2_208_988_800_000L;

  private static final long NEW = 4_102_444_800_000L;
  private static final long HALF_HOUR = 1_800_000;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long MONDAY = 4;

  @Provide
  Arbitrary<PanePolicy> tumbling() {
    Arbitrary<ZoneId> zones = Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    Arbitrary<Long> sizes = Arbitraries.longs().between(1, 20);
    Arbitrary<Long> firsts = Arbitraries.longs().between(0, 6);
    Arbitrary<Long> offsets = Arbitraries.longs().between(0, 47).map(halves -> halves * HALF_HOUR);
    return Combinators.combine(zones, sizes, firsts, offsets, Arbitraries.of(true, false))
        .as(
            (zone, size, first, offset, months) ->
                new PanePolicy(
                    size,
                    size,
                    0,
                    months
                        ? CalendarScale.months(zone, offset)
                        : CalendarScale.days(zone, first, offset)));
  }

  @Property
  void everyTimeIsInOneTumblingWindow(
      @ForAll("tumbling") PanePolicy policy, @ForAll @LongRange(min = OLD, max = NEW) long time) {
    long window = policy.pane(time);

    assertThat(window).isLessThanOrEqualTo(time);
    assertThat(policy.end(window)).isGreaterThan(time);
    assertThat(policy.firstWindow(window)).isEqualTo(window);
    assertThat(policy.lastWindow(window)).isEqualTo(window);
    assertThat(policy.pane(window)).isEqualTo(window);
    assertThat(policy.pane(policy.end(window) - 1)).isEqualTo(window);
  }

  @Property
  void windowsFollowOnEachOtherWithoutAGap(
      @ForAll("tumbling") PanePolicy policy, @ForAll @LongRange(min = OLD, max = NEW) long time) {
    long window = policy.pane(time);

    assertThat(policy.next(window, 1)).isEqualTo(policy.end(window));
    assertThat(policy.pane(policy.end(window))).isEqualTo(policy.end(window));
    assertThat(policy.pane(window - 1)).isLessThan(window);
    assertThat(policy.end(policy.pane(window - 1))).isEqualTo(window);
  }

  @Property
  void aWindowBeginsWhenClocksFirstShowItsBeginning(
      @ForAll("tumbling") PanePolicy policy, @ForAll @LongRange(min = OLD, max = NEW) long time) {
    CalendarScale scale = (CalendarScale) policy.scale();
    long window = policy.pane(time);

    LocalDateTime before = clock(scale, window - 1).minus(Duration.ofMillis(scale.offset()));
    LocalDateTime after = clock(scale, window).minus(Duration.ofMillis(scale.offset()));

    assertThat(before.toLocalDate()).isNotEqualTo(after.toLocalDate());
    if (scale.unit() == CalendarScale.Unit.MONTHS) {
      assertThat(before.getMonth()).isNotEqualTo(after.getMonth());
    }
  }

  @Property
  void aCalendarInUtcOfWholeDaysIsEven(
      @ForAll @LongRange(min = 1, max = 30) long days,
      @ForAll @LongRange(min = 0, max = 6) long first,
      @ForAll @LongRange(min = 0, max = 86_399_999) long offset,
      @ForAll @LongRange(min = FIRST, max = LAST) long time) {
    long day = 86_400_000;
    PanePolicy calendar =
        new PanePolicy(days, days, 0, CalendarScale.days(ZoneOffset.UTC, first, offset));
    PanePolicy even =
        new PanePolicy(days * day, days * day, 0, new EvenScale(first * day + offset));

    assertThat(calendar.pane(time)).isEqualTo(even.pane(time));
    assertThat(calendar.end(calendar.pane(time))).isEqualTo(even.end(even.pane(time)));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,       2024-03-31T12:00:00Z, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z",
    "Europe/Berlin,       2024-10-27T12:00:00Z, 2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z",
    "America/New_York,    2024-03-10T12:00:00Z, 2024-03-10T05:00:00Z, 2024-03-11T04:00:00Z",
    "Australia/Lord_Howe, 2024-04-06T20:00:00Z, 2024-04-06T13:00:00Z, 2024-04-07T13:30:00Z",
    "America/Sao_Paulo,   2018-11-04T12:00:00Z, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
    "America/Sao_Paulo,   2018-02-18T02:30:00Z, 2018-02-17T02:00:00Z, 2018-02-18T03:00:00Z",
    "America/Havana,      2024-11-03T05:30:00Z, 2024-11-03T04:00:00Z, 2024-11-04T05:00:00Z",
    "Pacific/Apia,        2011-12-30T09:59:59Z, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
    "Pacific/Apia,        2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
    "Asia/Kolkata,        2024-03-31T18:30:00Z, 2024-03-31T18:30:00Z, 2024-04-01T18:30:00Z"
  })
  void aDayIsThatOfTheZone(ZoneId zone, Instant time, Instant start, Instant end) {
    assertWindow(new PanePolicy(1, 1, 0, CalendarScale.days(zone, 0, 0)), time, start, end);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-27T12:00:00Z, 2024-03-24T23:00:00Z, 2024-03-31T22:00:00Z",
    "2024-10-27T22:59:59Z, 2024-10-20T22:00:00Z, 2024-10-27T23:00:00Z"
  })
  void aWeekStartsOnItsDay(Instant time, Instant start, Instant end) {
    assertWindow(new PanePolicy(7, 7, 0, CalendarScale.days(BERLIN, MONDAY, 0)), time, start, end);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2024-02-29T23:30:00Z, 2024-02-29T23:00:00Z, 2024-03-31T22:00:00Z",
    "3, 2024-02-29T23:30:00Z, 2023-12-31T23:00:00Z, 2024-03-31T22:00:00Z",
    "12, 1969-06-01T00:00:00Z, 1968-12-31T23:00:00Z, 1969-12-31T23:00:00Z"
  })
  void monthsCountFromJanuary(long months, Instant time, Instant start, Instant end) {
    assertWindow(
        new PanePolicy(months, months, 0, CalendarScale.months(BERLIN, 0)), time, start, end);
  }

  @Test
  void anOffsetIsByTheClock() {
    long sixHours = Duration.ofHours(6).toMillis();
    long fourteenDays = Duration.ofDays(14).toMillis();

    assertWindow(
        new PanePolicy(1, 1, 0, CalendarScale.days(BERLIN, 0, sixHours)),
        Instant.parse("2024-03-31T03:59:59Z"),
        Instant.parse("2024-03-30T05:00:00Z"),
        Instant.parse("2024-03-31T04:00:00Z"));
    assertWindow(
        new PanePolicy(1, 1, 0, CalendarScale.months(BERLIN, fourteenDays)),
        Instant.parse("2024-03-14T22:59:59Z"),
        Instant.parse("2024-02-14T23:00:00Z"),
        Instant.parse("2024-03-14T23:00:00Z"));
  }

  @Test
  void noWatermarkLeavesEveryWindowOpenAndTheEndLeavesNone() {
    PanePolicy policy = new PanePolicy(2, 1, 60_000, CalendarScale.months(BERLIN, 0));
    long first = policy.pane(FIRST);
    long last = policy.pane(LAST);

    assertThat(policy.isLate(first, Watermark.NONE)).isFalse();
    assertThat(policy.firstOpenWindow(first, Watermark.NONE)).isLessThan(first);
    assertThat(policy.isLate(last, Watermark.END)).isTrue();
    assertThat(policy.firstOpen(Watermark.END)).isGreaterThan(policy.lastWindow(last));
    assertThat(policy.closesBetween(Watermark.NONE, last)).isTrue();
    assertThat(policy.closesBetween(last, Watermark.END)).isTrue();
  }

  private static LocalDateTime clock(CalendarScale scale, long time) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(time), scale.zone());
  }

  private static void assertWindow(PanePolicy policy, Instant time, Instant start, Instant end) {
    long window = policy.pane(time.toEpochMilli());

    assertThat(Instant.ofEpochMilli(window)).isEqualTo(start);
    assertThat(Instant.ofEpochMilli(policy.end(window))).isEqualTo(end);
  }
}
