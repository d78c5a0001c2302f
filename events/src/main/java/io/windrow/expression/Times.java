package io.windrow.expression;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** CEL's timestamps: instants in the years 1 to 9999, written as RFC 3339 has it. */
final class Times {
  private static final int LONGEST = 64;
  private static final String EXAMPLE = "2021-04-20T00:00:00Z";
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Times() {}

  static Object timestamp(@Nullable Object value) {
    if (value instanceof Instant) {
      return value;
    }
    if (value instanceof String text) {
      return parse(text);
    }
    if (value instanceof Long seconds) {
      return plus(Instant.EPOCH, Duration.ofSeconds(seconds));
    }
    throw Kind.mismatch("timestamp()", value);
  }

  private static Instant parse(String text) {
    if (text.length() <= LONGEST) {
      try {
        return inRange(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeParseException e) {
        throw notATime(text, meant(text));
      }
    }
    throw notATime(text, null);
  }

  private static ExpressionException notATime(String text, @Nullable String meant) {
    return new ExpressionException(
        Kind.shown(text) + " is no time, expected one such as " + (meant == null ? EXAMPLE : meant),
        "a string is no time, expected one such as " + EXAMPLE);
  }

  /** The text with what it lacks of a time: a T, an offset, the time of the day. */
  private static @Nullable String meant(String text) {
    String local = text.strip().replace(' ', 'T');
    try {
      return local.indexOf('T') < 0
          ? LocalDate.parse(local).atStartOfDay().toInstant(ZoneOffset.UTC).toString()
          : LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  static Instant plus(Instant time, Duration more) {
    try {
      return inRange(time.plus(more));
    } catch (DateTimeException | ArithmeticException e) {
      throw outOfRange();
    }
  }

  private static Instant inRange(Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw outOfRange();
    }
    return time;
  }

  private static ExpressionException outOfRange() {
    return new ExpressionException("a time is out of range, expected one in the years 1 to 9999");
  }
}
