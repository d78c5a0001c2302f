package io.windrow.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conversions from one type to another. */
final class Conversions {
  private static final int LONGEST_NUMBER = 1_000;

  private Conversions() {}

  /** A decimal loses what is behind its point. */
  static Object toInt(@Nullable Object value) {
    if (value instanceof Long) {
      return value;
    }
    if (value instanceof BigDecimal decimal) {
      return Arithmetic.whole(decimal.setScale(0, RoundingMode.DOWN));
    }
    if (value instanceof String text) {
      return parseWhole(text);
    }
    if (value instanceof Instant time) {
      return time.getEpochSecond();
    }
    throw Kind.mismatch("int()", value);
  }

  private static Object parseWhole(String text) {
    try {
      return Arithmetic.whole(new BigDecimal(new BigInteger(digits(text))));
    } catch (NumberFormatException e) {
      throw new ExpressionException(
          Kind.shown(text) + " is no whole number, expected one such as 12",
          "a string is no whole number, expected one such as 12");
    }
  }

  static Object toDecimal(@Nullable Object value) {
    if (value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Long whole) {
      return BigDecimal.valueOf(whole);
    }
    if (value instanceof String text) {
      return parse(text);
    }
    throw Kind.mismatch("double()", value);
  }

  private static BigDecimal parse(String text) {
    try {
      return Arithmetic.inRange(new BigDecimal(digits(text)));
    } catch (NumberFormatException e) {
      throw new ExpressionException(
          Kind.shown(text) + " is no number, expected one such as 1.5",
          "a string is no number, expected one such as 1.5");
    }
  }

  /** The text, if it can be a number in range: to read its digits takes more than linear time. */
  private static String digits(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new NumberFormatException("too long");
    }
    return text;
  }

  /** A decimal is written without an exponent and without zeros that add nothing. */
  static Object toText(Frame frame, @Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros().toPlainString();
    }
    if (value instanceof String || value instanceof Long || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Instant) {
      return value.toString();
    }
    if (value instanceof Duration duration) {
      return Durations.text(duration);
    }
    if (value instanceof Bytes bytes) {
      return bytes.text(frame);
    }
    throw Kind.mismatch("string()", value);
  }

  static Object toBool(@Nullable Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    if (value instanceof String text) {
      return parseBool(text);
    }
    throw Kind.mismatch("bool()", value);
  }

  private static Object parseBool(String text) {
    return switch (text) {
      case "true", "TRUE", "True", "t", "1" -> true;
      case "false", "FALSE", "False", "f", "0" -> false;
      default ->
          throw new ExpressionException(
              Kind.shown(text) + " is neither true nor false",
              "a string is neither true nor false");
    };
  }
}
