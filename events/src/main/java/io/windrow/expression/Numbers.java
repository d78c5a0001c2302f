package io.windrow.expression;

import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CEL's math extension on ints and decimals; only a root is rounded, to 38 digits. */
public final class Numbers {
  private Numbers() {}

  static Object abs(@Nullable Object value) {
    return isNegative("math.abs", value) ? Arithmetic.negate(value) : number("math.abs", value);
  }

  public static Object sign(@Nullable Object value) {
    return value instanceof Long whole
        ? (Object) (long) Long.signum(whole)
        : BigDecimal.valueOf(decimal("math.sign", value).signum());
  }

  static Object ceil(@Nullable Object value) {
    return whole("math.ceil", value, RoundingMode.CEILING);
  }

  static Object floor(@Nullable Object value) {
    return whole("math.floor", value, RoundingMode.FLOOR);
  }

  static Object round(@Nullable Object value) {
    return whole("math.round", value, RoundingMode.HALF_UP);
  }

  static Object trunc(@Nullable Object value) {
    return whole("math.trunc", value, RoundingMode.DOWN);
  }

  static Object sqrt(@Nullable Object value) {
    BigDecimal square = decimal("math.sqrt", value);
    if (square.signum() < 0) {
      throw new ExpressionException("a negative number has no square root");
    }
    return Arithmetic.inRange(square.sqrt(Decimals.ROUNDING));
  }

  static Object greatest(Frame frame, @Nullable Object left, @Nullable Object right) {
    return greatest(frame, Arrays.asList(left, right));
  }

  /** The greatest of a list, or the value alone. */
  static Object greatest(Frame frame, @Nullable Object values) {
    return numbers(frame, "math.greatest", values)
        .max(Scalars::compare)
        .orElseThrow(Numbers::ofNone);
  }

  static Object least(Frame frame, @Nullable Object left, @Nullable Object right) {
    return least(frame, Arrays.asList(left, right));
  }

  /** The least of a list, or the value alone. */
  static Object least(Frame frame, @Nullable Object values) {
    return numbers(frame, "math.least", values).min(Scalars::compare).orElseThrow(Numbers::ofNone);
  }

  private static Stream<Number> numbers(Frame frame, String function, @Nullable Object values) {
    if (!(values instanceof List<?> list)) {
      return Stream.of(number(function, values));
    }
    frame.build(list.size());
    return list.stream().map(value -> number(function, value));
  }

  /** A decimal always is. */
  static boolean isFinite(String function, @Nullable Object value) {
    return Decimals.isInRange(decimal(function, value));
  }

  static Object bitAnd(@Nullable Object left, @Nullable Object right) {
    return bits("math.bitAnd", left) & bits("math.bitAnd", right);
  }

  static Object bitOr(@Nullable Object left, @Nullable Object right) {
    return bits("math.bitOr", left) | bits("math.bitOr", right);
  }

  static Object bitXor(@Nullable Object left, @Nullable Object right) {
    return bits("math.bitXor", left) ^ bits("math.bitXor", right);
  }

  static Object bitNot(@Nullable Object value) {
    return ~bits("math.bitNot", value);
  }

  static Object bitShiftLeft(@Nullable Object value, @Nullable Object by) {
    long shift = shift("math.bitShiftLeft", by);
    return shift < Long.SIZE ? bits("math.bitShiftLeft", value) << shift : 0L;
  }

  /** What comes in from the left is 0, for negative ints too. */
  static Object bitShiftRight(@Nullable Object value, @Nullable Object by) {
    long shift = shift("math.bitShiftRight", by);
    return shift < Long.SIZE ? bits("math.bitShiftRight", value) >>> shift : 0L;
  }

  private static long shift(String function, @Nullable Object by) {
    long shift = bits(function, by);
    if (shift < 0) {
      throw new ExpressionException(
          function + " does not shift by " + shift, function + " does not shift by less than 0");
    }
    return shift;
  }

  private static long bits(String function, @Nullable Object value) {
    if (value instanceof Long bits) {
      return bits;
    }
    if (value instanceof Number) {
      throw new ExpressionException(
          function + " takes ints of 64 bits, found " + value,
          function + " takes ints of 64 bits, found another number");
    }
    throw Kind.mismatch(function, value);
  }

  private static ExpressionException ofNone() {
    return new ExpressionException("an empty list has neither a greatest nor a least number");
  }

  private static boolean isNegative(String function, @Nullable Object value) {
    return decimal(function, value).signum() < 0;
  }

  private static BigDecimal whole(String function, @Nullable Object value, RoundingMode mode) {
    BigDecimal decimal = decimal(function, value);
    return decimal.scale() > 0 ? decimal.setScale(0, mode) : decimal;
  }

  private static BigDecimal decimal(String function, @Nullable Object value) {
    return Scalars.decimal(number(function, value));
  }

  private static Number number(String function, @Nullable Object value) {
    if (value instanceof Number number) {
      return number;
    }
    throw Kind.mismatch(function, value);
  }
}
