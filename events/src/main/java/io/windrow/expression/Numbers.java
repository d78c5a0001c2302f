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
final class Numbers {
  private Numbers() {}

  static Object abs(@Nullable Object value) {
    return isNegative("math.abs", value) ? Arithmetic.negate(value) : number("math.abs", value);
  }

  static Object sign(@Nullable Object value) {
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

  static Object greatest(@Nullable Object left, @Nullable Object right) {
    return greatest(Arrays.asList(left, right));
  }

  /** The greatest of a list, or the value alone. */
  static Object greatest(@Nullable Object values) {
    return numbers("math.greatest", values).max(Scalars::compare).orElseThrow(Numbers::ofNone);
  }

  static Object least(@Nullable Object left, @Nullable Object right) {
    return least(Arrays.asList(left, right));
  }

  /** The least of a list, or the value alone. */
  static Object least(@Nullable Object values) {
    return numbers("math.least", values).min(Scalars::compare).orElseThrow(Numbers::ofNone);
  }

  private static Stream<Number> numbers(String function, @Nullable Object values) {
    return values instanceof List<?> list
        ? list.stream().map(value -> number(function, value))
        : Stream.of(number(function, values));
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
