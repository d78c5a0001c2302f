package io.windrow.contract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/**
 * A date and time of ISO 8601 or RFC 3339 in the forms that people have: {@code
 * 2024-03-01T12:00:00.5+01:00}, with {@code t} or a space for the T, a comma before the fraction, a
 * space before the offset, an offset of hours alone or without colon, {@code UTC}, a region in
 * brackets; the basic form {@code 20240301T120000Z}; {@code 24:00}, and leap seconds.
 */
final class IsoText {
  private static final long DAY = 86_400;
  private static final int NO_OFFSET = Integer.MAX_VALUE;
  private static final int MOST_OFFSET = 18 * 3_600;
  private static final int MOST_YEAR_DIGITS = 9;

  /** Beyond, no offset leads back to the years 1 to 9999. */
  private static final int LAST_YEAR = 10_000;

  private final TextWalk walk;
  private int year;
  private long day;
  private int second;
  private int milli;
  private boolean isLeapSecond;
  private int offset = NO_OFFSET;
  private @Nullable ZoneId region;

  IsoText(String text) {
    this.walk = new TextWalk(text);
  }

  /**
   * The milliseconds since the epoch, or what {@link TimeForm} has for none.
   *
   * @param zone where the time is local if it has neither offset nor region; null for nowhere
   */
  long millis(@Nullable ZoneId zone) {
    readDate();
    if (walk.take('T') || walk.take('t') || walk.take(' ')) {
      readTime();
    }
    readOffset();
    while (!walk.failed() && walk.take('[')) {
      readSuffix();
    }
    if (walk.failed() || !walk.atEnd()) {
      return TimeForm.UNREADABLE;
    }
    return Math.abs(year) > LAST_YEAR ? TimeForm.FAR_AWAY : inZone(region == null ? zone : region);
  }

  private long inZone(@Nullable ZoneId zone) {
    if (offset == NO_OFFSET && zone == null) {
      return TimeForm.UNREADABLE;
    }
    long local = day * DAY + second;
    long seconds = local - (zone == null || offset != NO_OFFSET ? offset : offset(zone, local));
    boolean endsDay = Math.floorMod(seconds + 1, DAY) == 0;
    return isLeapSecond && !endsDay ? TimeForm.UNREADABLE : seconds * 1_000 + milli;
  }

  /** Of two that a local time may have the earlier; in a gap, the one before it. */
  private static int offset(ZoneId zone, long local) {
    LocalDateTime there = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    return zone.getRules().getOffset(there).getTotalSeconds();
  }

  private void readDate() {
    boolean signed = walk.is('+') || walk.is('-');
    year = signed ? signedYear() : walk.digits(4);
    boolean extended = walk.take('-');
    int month = walk.digits(2);
    walk.failIf((signed && !extended) || (extended && !walk.take('-')));
    int ofMonth = walk.digits(2);
    walk.failIf(month < 1 || month > 12 || ofMonth < 1);
    walk.failIf(!walk.failed() && ofMonth > length(month));
    day = walk.failed() ? 0 : LocalDate.of(year, month, ofMonth).toEpochDay();
  }

  private int length(int month) {
    return Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
  }

  /** A year of more than four digits has a sign, and so has one before the year 0. */
  private int signedYear() {
    boolean negative = walk.take('-');
    walk.failIf(!negative && !walk.take('+'));
    int length = walk.countDigits(MOST_YEAR_DIGITS);
    walk.failIf(length < (negative ? 4 : 5));
    int magnitude = walk.digits(length);
    return negative ? -magnitude : magnitude;
  }

  private void readTime() {
    int hour = walk.digits(2);
    boolean extended = walk.take(':');
    int minute = extended || walk.isDigit() ? walk.digits(2) : 0;
    boolean hasSeconds = extended ? walk.take(':') : walk.isDigit();
    second = hasSeconds ? walk.digits(2) : 0;
    walk.failIf(hour > 24 || minute > 59 || second > 60);
    isLeapSecond = second == 60;
    boolean hasFraction = hasSeconds && (walk.take('.') || walk.take(','));
    boolean isWhole = !hasFraction || isFractionZero();
    walk.failIf(hour == 24 && (minute > 0 || second > 0 || !isWhole));
    second += hour * 3_600 + minute * 60;
    if (isLeapSecond) {
      keepInMinute();
    }
  }

  /** A leap second stays in the minute in which it is written, as its last millisecond. */
  private void keepInMinute() {
    second--;
    milli = 999;
  }

  /** Reads the fraction of a second, however long. */
  private boolean isFractionZero() {
    walk.failIf(!walk.isDigit());
    int sum = 0;
    for (int unit = 100; walk.isDigit(); unit /= 10) {
      int digit = walk.digit();
      milli += digit * unit;
      sum |= digit;
    }
    return sum == 0;
  }

  private void readOffset() {
    boolean apart = walk.take(' ');
    if (walk.take('Z') || walk.take('z') || walk.take("UTC") || walk.take("GMT")) {
      offset = 0;
    } else if (walk.is('+') || walk.is('-')) {
      boolean west = walk.take('-');
      boolean east = walk.take('+');
      int seconds = walk.digits(2) * 3_600;
      boolean extended = walk.is(':');
      seconds += part(extended) * 60;
      seconds += part(extended);
      walk.failIf(seconds > MOST_OFFSET || west == east);
      offset = west ? -seconds : seconds;
    } else {
      walk.failIf(apart);
    }
  }

  /** The minutes or the seconds of an offset, if it has any. */
  private int part(boolean extended) {
    boolean follows = extended ? walk.take(':') : walk.isDigit();
    int value = follows ? walk.digits(2) : 0;
    walk.failIf(value > 59);
    return value;
  }

  /** {@code [Europe/Berlin]}, {@code [u-ca=iso8601]}: RFC 9557. An offset has the last word. */
  private void readSuffix() {
    String name = walk.upTo(']');
    walk.failIf(name.isEmpty());
    if (offset == NO_OFFSET && region == null && !walk.failed() && name.indexOf('=') < 0) {
      readRegion(name.startsWith("!") ? name.substring(1) : name);
    }
  }

  private void readRegion(String name) {
    try {
      region = ZoneId.of(name);
    } catch (DateTimeException e) {
      walk.failIf(true);
    }
  }
}
