package io.windrow.aggregate;

import io.windrow.expression.ExpressionException;
import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the argument of an aggregate as the type that it needs. Definitions are checked, but a
 * {@code dyn} shows its type only on an event.
 */
final class Arguments {
  private Arguments() {}

  static @Nullable Number number(String aggregate, List<@Nullable Object> arguments) {
    Object value = arguments.get(0);
    if (value == null || value instanceof Long) {
      return (Long) value;
    }
    if (!(value instanceof BigDecimal number)) {
      throw wrongType(aggregate, "a number", value);
    }
    return inRange(aggregate, number);
  }

  static @Nullable Boolean condition(String aggregate, List<@Nullable Object> arguments) {
    Object value = arguments.get(0);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    throw wrongType(aggregate, "a condition", value);
  }

  /** A scalar in its canonical form. */
  static @Nullable Object scalar(String aggregate, List<@Nullable Object> arguments) {
    Object value = arguments.get(0);
    if (value instanceof BigDecimal number) {
      return Scalars.canonical(inRange(aggregate, number));
    }
    if (value == null
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof String) {
      return Scalars.canonical(value);
    }
    throw wrongType(aggregate, "a boolean, a number or a string", value);
  }

  private static BigDecimal inRange(String aggregate, BigDecimal number) {
    if (Decimals.isInRange(number)) {
      return number;
    }
    throw new ExpressionException(
        "%s() takes numbers of at most %d digits from 1E%d to below 1E%d, found one past that"
            .formatted(
                aggregate, Decimals.MAX_DIGITS, Decimals.MIN_EXPONENT, Decimals.MAX_EXPONENT + 1));
  }

  // The value stays out of the sentence: messages are logged, and payloads are not.
  private static ExpressionException wrongType(String aggregate, String expected, Object found) {
    return new ExpressionException(
        "%s() takes %s, found %s; convert the argument, or have the contract fix its type"
            .formatted(aggregate, expected, kind(found)));
  }

  private static String kind(Object value) {
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof String) {
      return "a string";
    }
    return value instanceof List ? "a list" : "an object";
  }
}
