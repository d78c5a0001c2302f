package io.windrow.expression;

import static io.windrow.record.Scalars.decimal;

import io.windrow.record.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on ints of 64 bits, which may overflow, and on decimals, which are exact; an int and a
 * decimal make a decimal. Only a quotient is rounded.
 */
final class Arithmetic {
  private Arithmetic() {}

  static Object add(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return exact(() -> Math.addExact(l, r));
    }
    if (left instanceof Number l && right instanceof Number r) {
      return inRange(decimal(l).add(decimal(r)));
    }
    if (left instanceof String l && right instanceof String r) {
      return l + r;
    }
    if (left instanceof List<?> l && right instanceof List<?> r) {
      return concatenated(l, r);
    }
    throw Kind.mismatch("+", left, right);
  }

  static Object subtract(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return exact(() -> Math.subtractExact(l, r));
    }
    if (left instanceof Number l && right instanceof Number r) {
      return inRange(decimal(l).subtract(decimal(r)));
    }
    throw Kind.mismatch("-", left, right);
  }

  static Object multiply(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return exact(() -> Math.multiplyExact(l, r));
    }
    if (left instanceof Number l && right instanceof Number r) {
      return inRange(decimal(l).multiply(decimal(r)));
    }
    throw Kind.mismatch("*", left, right);
  }

  static Object divide(@Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Number l && right instanceof Number r)) {
      throw Kind.mismatch("/", left, right);
    }
    if (decimal(r).signum() == 0) {
      throw new ExpressionException("division by zero");
    }
    if (l instanceof Long dividend && r instanceof Long divisor) {
      return divisor == -1 ? negate(dividend) : (Object) (dividend / divisor);
    }
    return inRange(decimal(l).divide(decimal(r), Decimals.ROUNDING));
  }

  static Object remainder(@Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Long l && right instanceof Long r)) {
      throw Kind.mismatch("%", left, right);
    }
    if (r == 0) {
      throw new ExpressionException("division by zero");
    }
    return l % r;
  }

  static Object negate(@Nullable Object value) {
    if (value instanceof Long whole) {
      return exact(() -> Math.negateExact(whole));
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.negate();
    }
    throw Kind.mismatch("-", value);
  }

  /** The value, if Windrow can hold it. */
  static BigDecimal inRange(BigDecimal value) {
    if (Decimals.isInRange(value)) {
      return value;
    }
    throw new ExpressionException(
        "number out of range: a decimal has at most 38 digits and lies between 1E-130 and"
            + " 9.99E+125, found "
            + value.round(new MathContext(5)));
  }

  private static Object exact(LongSupplier operation) {
    try {
      return operation.getAsLong();
    } catch (ArithmeticException overflow) {
      throw new ExpressionException("number out of range: an int has 64 bits");
    }
  }

  private static List<@Nullable Object> concatenated(List<?> left, List<?> right) {
    if (left instanceof GrowingList growing) {
      growing.addAll(right);
      return growing;
    }
    List<@Nullable Object> both = new ArrayList<>(left);
    both.addAll(right);
    return Collections.unmodifiableList(both);
  }
}
