package io.windrow.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The days or months of a time zone. A mark is the first moment at which the clocks there show the
 * beginning of the day or month and the offset past it, or more; so a day has 23 or 25 hours where
 * they change.
 */
public final class CalendarScale implements Scale {
  /** What lies between two marks. */
  public enum Unit {
    /** Days, numbered from one that is chosen. */
    DAYS,
    /** Months, numbered from January 1970. */
    MONTHS
  }

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long CHANGE = Duration.ofHours(1).toMillis();
  private static final long USUAL_MONTH = ChronoUnit.MONTHS.getDuration().toMillis();
  private static final long LEAST_MONTH = 28 * DAY;
  private static final int MONTHS_A_YEAR = 12;

  /** Before and after every time that an event can have: some 27,000 years from the epoch. */
  private static final long FARTHEST = 10_000_000 * DAY;

  private static final int KNOWN = 64;

  private final ZoneId zone;
  private final Unit unit;
  private final long firstDay;
  private final long offset;
  private final ZoneRules rules;

  /** Marks that were worked out before, each where its number has its place. */
  private final AtomicReferenceArray<@Nullable Mark> known = new AtomicReferenceArray<>(KNOWN);

  /** Where the time was that was asked for last: most are of one day. */
  private volatile @Nullable Span recent;

  private record Mark(long number, long time) {}

  private record Span(long number, long from, long to) {
    boolean holds(long time) {
      return from <= time && time < to;
    }
  }

  private CalendarScale(ZoneId zone, Unit unit, long firstDay, long offset) {
    if (offset < 0) {
      throw new IllegalArgumentException("an offset needs to be 0 or more, found " + offset);
    }
    this.zone = zone;
    this.unit = unit;
    this.firstDay = firstDay;
    this.offset = offset;
    this.rules = zone.getRules();
  }

  /**
   * Days.
   *
   * @param first the day that has the number 0, counted from 1970-01-01
   * @param offset how many milliseconds past midnight a day begins, by the clock
   */
  public static CalendarScale days(ZoneId zone, long first, long offset) {
    return new CalendarScale(zone, Unit.DAYS, first, offset);
  }

  /**
   * Months.
   *
   * @param offset how many milliseconds past the midnight before the first a month begins, by the
   *     clock
   */
  public static CalendarScale months(ZoneId zone, long offset) {
    return new CalendarScale(zone, Unit.MONTHS, 0, offset);
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  public Unit unit() {
    return unit;
  }

  public long firstDay() {
    return firstDay;
  }

  public long offset() {
    return offset;
  }

  @Override
  public long number(long time) {
    long near = Math.max(-FARTHEST, Math.min(FARTHEST, time));
    Span span = recent;
    if (span == null || !span.holds(near)) {
      span = span(near);
      recent = span;
    }
    return span.number;
  }

  private Span span(long time) {
    long number = numberByTheClock(time);
    while (time(number) > time) {
      number--;
    }
    while (time(number + 1) <= time) {
      number++;
    }
    return new Span(number, time(number), time(number + 1));
  }

  /** Right, but where clocks are set back, or a day is left out. */
  private long numberByTheClock(long time) {
    long there = time + rules.getOffset(Instant.ofEpochMilli(time)).getTotalSeconds() * 1_000L;
    long day = Math.floorDiv(there - offset, DAY);
    if (unit == Unit.DAYS) {
      return day - firstDay;
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    return (date.getYear() - LocalDate.EPOCH.getYear()) * (long) MONTHS_A_YEAR
        + date.getMonthValue()
        - 1;
  }

  @Override
  public long time(long number) {
    int place = (int) Math.floorMod(number, (long) KNOWN);
    Mark mark = known.get(place);
    if (mark == null || mark.number != number) {
      mark = new Mark(number, firstMomentOf(number));
      known.set(place, mark);
    }
    return mark.time;
  }

  private long firstMomentOf(long number) {
    LocalDate date =
        unit == Unit.DAYS
            ? LocalDate.ofEpochDay(firstDay + number)
            : LocalDate.EPOCH.plusMonths(number);
    LocalDateTime beginning = date.atStartOfDay().plus(Duration.ofMillis(offset));
    ZoneOffsetTransition change = rules.getTransition(beginning);
    Instant moment =
        change != null && change.isGap()
            ? change.getInstant()
            : beginning.toInstant(rules.getOffset(beginning));
    return moment.toEpochMilli();
  }

  @Override
  public long usual() {
    return unit == Unit.DAYS ? DAY : USUAL_MONTH;
  }

  @Override
  public long least(long marks) {
    return marks * (unit == Unit.DAYS ? DAY : LEAST_MONTH) - CHANGE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CalendarScale scale
        && zone.equals(scale.zone)
        && unit == scale.unit
        && firstDay == scale.firstDay
        && offset == scale.offset;
  }

  @Override
  public int hashCode() {
    return Objects.hash(zone, unit, firstDay, offset);
  }

  @Override
  public String toString() {
    return "%s in %s from day %d, offset %d".formatted(unit, zone, firstDay, offset);
  }
}
