package io.windrow.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Conversions from one type to another. */
final class Conversions {
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
    throw Kind.mismatch("int()", value);
  }

  private static Object parseWhole(String text) {
    try {
      return Arithmetic.whole(new BigDecimal(new BigInteger(text)));
    } catch (NumberFormatException e) {
      throw new ExpressionException("not a whole number: " + text);
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
      return Arithmetic.inRange(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new ExpressionException("not a number: " + text);
    }
  }

  /** A decimal is written without an exponent and without zeros that add nothing. */
  static Object toText(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros().toPlainString();
    }
    if (value instanceof String || value instanceof Long || value instanceof Boolean) {
      return value.toString();
    }
    throw Kind.mismatch("string()", value);
  }

  static Object toBool(@Nullable Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    if (!(value instanceof String text)) {
      throw Kind.mismatch("bool()", value);
    }
    return switch (text) {
      case "true", "TRUE", "True", "t", "1" -> true;
      case "false", "FALSE", "False", "f", "0" -> false;
      default -> throw new ExpressionException("neither true nor false: " + text);
    };
  }
}
