package io.windrow.expression;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of times and durations that CEL's getters give. A time has them in UTC or in a zone,
 * which is a name of the tz database or an offset such as {@code -08:00}.
 */
public final class Calendar {
  private static final int LONGEST_ZONE = 64;
  private static final Pattern OFFSET = Pattern.compile("(-?)([0-9]{1,2}):([0-9]{1,2})");
  private static final int DAYS_OF_A_WEEK = 7;
  private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

  private static final Map<String, ToIntFunction<ZonedDateTime>> OF_TIMES =
      Map.of(
          "getFullYear",
          ZonedDateTime::getYear,
          "getMonth",
          time -> time.getMonthValue() - 1,
          "getDayOfYear",
          time -> time.getDayOfYear() - 1,
          "getDayOfMonth",
          time -> time.getDayOfMonth() - 1,
          "getDate",
          ZonedDateTime::getDayOfMonth,
          "getDayOfWeek",
          time -> time.getDayOfWeek().getValue() % DAYS_OF_A_WEEK,
          "getHours",
          ZonedDateTime::getHour,
          "getMinutes",
          ZonedDateTime::getMinute,
          "getSeconds",
          ZonedDateTime::getSecond,
          "getMilliseconds",
          time -> time.getNano() / NANOS_OF_A_MILLISECOND);

  private static final Map<String, ToLongFunction<Duration>> OF_DURATIONS =
      Map.of(
          "getHours",
          Duration::toHours,
          "getMinutes",
          Duration::toMinutes,
          "getSeconds",
          duration -> towardsZero(duration, duration.abs().toSeconds()),
          "getMilliseconds",
          duration -> towardsZero(duration, duration.abs().toMillisPart()));

  private Calendar() {}

  private static long towardsZero(Duration duration, long ofSize) {
    return duration.isNegative() ? -ofSize : ofSize;
  }

  /** The names of the getters. */
  public static Set<String> getters() {
    return OF_TIMES.keySet();
  }

  static Object get(String getter, @Nullable Object of) {
    ToLongFunction<Duration> part = OF_DURATIONS.get(getter);
    if (of instanceof Duration duration && part != null) {
      return part.applyAsLong(duration);
    }
    return get(getter, of, ZoneOffset.UTC);
  }

  static Object get(String getter, @Nullable Object of, @Nullable Object zone) {
    if (!(zone instanceof String name)) {
      throw Kind.mismatch(getter, of, zone);
    }
    return get(getter, of, zone(name));
  }

  private static Object get(String getter, @Nullable Object of, ZoneId zone) {
    ToIntFunction<ZonedDateTime> part = OF_TIMES.get(getter);
    if (of instanceof Instant time && part != null) {
      return (long) part.applyAsInt(time.atZone(zone));
    }
    throw Kind.mismatch(getter, of);
  }

  /**
   * The zone of a name or an offset.
   *
   * @throws ExpressionException when there is none
   */
  public static ZoneId zone(String name) {
    try {
      Matcher offset = OFFSET.matcher(name.length() <= LONGEST_ZONE ? name : "?");
      if (offset.matches()) {
        int sign = offset.group(1).isEmpty() ? 1 : -1;
        return ZoneOffset.ofHoursMinutes(
            sign * Integer.parseInt(offset.group(2)), sign * Integer.parseInt(offset.group(3)));
      }
      if (name.length() <= LONGEST_ZONE) {
        return ZoneId.of(name);
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new ExpressionException("no time zone " + Kind.shown(name), "the name of no time zone");
  }
}
