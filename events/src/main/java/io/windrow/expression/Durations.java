package io.windrow.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CEL's durations: up to some 10,000 years either way, written as Go has it, {@code 1h30m}. */
final class Durations {
  private static final int LONGEST = 64;
  private static final Duration GREATEST = Duration.ofDays(3_652_500);
  private static final Pattern PART =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(h|ms|m|s|us|\u00b5s|ns|d|w)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "h", 3_600_000_000_000L,
          "m", 60_000_000_000L,
          "s", 1_000_000_000L,
          "ms", 1_000_000L,
          "us", 1_000L,
          "\u00b5s", 1_000L,
          "ns", 1L);
  private static final Map<String, Long> HOURS = Map.of("w", 168L, "d", 24L);

  private Durations() {}

  static Object duration(@Nullable Object value) {
    if (value instanceof Duration) {
      return value;
    }
    if (value instanceof String text) {
      return parse(text);
    }
    throw Kind.mismatch("duration()", value);
  }

  private static Duration parse(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String parts = signed ? text.substring(1) : text;
    if (parts.equals("0")) {
      return Duration.ZERO;
    }
    Matcher part = PART.matcher(parts.length() <= LONGEST ? parts : "");
    BigDecimal nanos = BigDecimal.ZERO;
    int end = 0;
    while (part.find() && part.start() == end && NANOS.containsKey(part.group(2))) {
      BigDecimal unit = BigDecimal.valueOf(NANOS.getOrDefault(part.group(2), 0L));
      nanos =
          nanos.add(new BigDecimal(part.group(1)).multiply(unit).setScale(0, RoundingMode.DOWN));
      end = part.end();
    }
    if (end == 0 || end < parts.length()) {
      throw new ExpressionException(
          Kind.shown(text) + " is no duration, expected one such as " + meant(parts),
          "a string is no duration, expected one such as 24h");
    }
    return ofNanos(text.startsWith("-") ? nanos.negate() : nanos);
  }

  /** What has days or weeks, in hours. */
  private static String meant(String parts) {
    Matcher part = PART.matcher(parts.length() <= LONGEST ? parts : "");
    BigDecimal hours = BigDecimal.ZERO;
    StringBuilder rest = new StringBuilder();
    int end = 0;
    while (part.find() && part.start() == end) {
      Long unit = HOURS.get(part.group(2));
      if (unit == null) {
        rest.append(part.group());
      } else {
        hours = hours.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
      }
      end = part.end();
    }
    return hours.signum() > 0 && end == parts.length()
        ? hours.stripTrailingZeros().toPlainString() + "h" + rest
        : "24h";
  }

  private static Duration ofNanos(BigDecimal nanos) {
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
    if (parts[0].abs().compareTo(BigDecimal.valueOf(GREATEST.toSeconds())) > 0) {
      throw outOfRange();
    }
    return inRange(Duration.ofSeconds(parts[0].longValue(), parts[1].longValue()));
  }

  static Duration plus(Duration one, Duration other) {
    return inRange(one.plus(other));
  }

  static Duration inRange(Duration duration) {
    if (duration.abs().compareTo(GREATEST) > 0) {
      throw outOfRange();
    }
    return duration;
  }

  private static ExpressionException outOfRange() {
    return new ExpressionException(
        "a duration is out of range, expected one of at most " + GREATEST.toSeconds() + "s");
  }

  /** Seconds, with digits behind the point in groups of three. */
  static String text(Duration duration) {
    Duration size = duration.abs();
    String nanos = String.format(Locale.ROOT, ".%09d", size.getNano());
    while (nanos.endsWith("000")) {
      nanos = nanos.substring(0, nanos.length() - 3);
    }
    String sign = duration.isNegative() ? "-" : "";
    return sign + size.getSeconds() + (nanos.length() == 1 ? "" : nanos) + "s";
  }
}
