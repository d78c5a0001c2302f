package io.windrow.contract;

import io.windrow.record.FieldPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an event says when it happened, and in which unit.
 *
 * @param ahead how many milliseconds past its arrival a time may lie; null for any
 */
public record EventTime(FieldPath field, Unit unit, @Nullable Long ahead) {

  /** How a time is written. */
  public enum Unit {
    /** Integral milliseconds since the epoch: a number, or a text of its digits. */
    MILLIS,
    /**
     * Seconds since the epoch: a number, or a text of its digits; what a fraction has below a
     * millisecond is cut off.
     */
    SECONDS,
    /** A date and time with an offset: {@code 2026-01-31T12:00:00.000+01:00}. */
    ISO8601
  }

  private static final int SURE_LONG_DIGITS = 18;
  private static final BigDecimal FIRST =
      BigDecimal.valueOf(Instant.parse("0001-01-01T00:00:00Z").toEpochMilli());
  private static final BigDecimal LAST =
      BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli());

  /** Lenient, "+HH" reads hours, minutes and seconds, with colons or without. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .parseLenient()
          .appendOffset("+HH", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  /** A number as text: no exponent, no sign but minus, few enough digits to be worth reading. */
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?");

  /** Digits past the nanosecond, which java.time does not read. */
  private static final Pattern PAST_NANOS = Pattern.compile("(?<=[.,][0-9]{9})[0-9]+");

  /**
   * The time of an event in milliseconds since the epoch.
   *
   * @throws RejectedException {@code time.missing}, {@code time.format}, {@code time.range}
   *     (outside the years 1 to 9999) or {@code time.ahead}
   */
  public long of(Map<String, ? extends @Nullable Object> fields, long arrival)
      throws RejectedException {
    Object value = field.in(fields);
    if (value == null) {
      throw rejected("time.missing");
    }
    long time = unit == Unit.ISO8601 ? iso(value) : epoch(value);
    if (ahead != null && time - arrival > ahead) {
      throw rejected("time.ahead");
    }
    return time;
  }

  private long epoch(Object value) throws RejectedException {
    return unit == Unit.MILLIS && value instanceof String text && isShortInteger(text)
        ? inRange(Long.parseLong(text))
        : exactly(value);
  }

  /** The commonest text of all, which is spared the way over decimals. */
  private static boolean isShortInteger(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= SURE_LONG_DIGITS;
  }

  private long inRange(long millis) throws RejectedException {
    if (millis < FIRST.longValue() || millis > LAST.longValue()) {
      throw rejected("time.range");
    }
    return millis;
  }

  private long exactly(Object value) throws RejectedException {
    BigDecimal millis = unit == Unit.SECONDS ? number(value).scaleByPowerOfTen(3) : number(value);
    if (millis.compareTo(FIRST) < 0 || millis.compareTo(LAST) > 0) {
      throw rejected("time.range");
    }
    BigDecimal whole = millis.setScale(0, RoundingMode.FLOOR);
    if (unit == Unit.MILLIS && whole.compareTo(millis) != 0) {
      throw rejected("time.format");
    }
    return whole.longValueExact();
  }

  private BigDecimal number(Object value) throws RejectedException {
    if (value instanceof Long number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof BigDecimal number) {
      return number;
    }
    if (value instanceof String text && DIGITS.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    throw rejected("time.format");
  }

  private long iso(Object value) throws RejectedException {
    if (!(value instanceof String text)) {
      throw rejected("time.format");
    }
    return inRange(parse(text));
  }

  private long parse(String text) throws RejectedException {
    try {
      String readable = PAST_NANOS.matcher(text).replaceFirst("");
      return ISO.parse(readable, Instant::from).toEpochMilli();
    } catch (DateTimeException e) {
      throw rejected("time.format");
    } catch (ArithmeticException e) {
      throw rejected("time.range");
    }
  }

  private RejectedException rejected(String code) {
    return new RejectedException(new Reason(code, field.pointer()));
  }
}
