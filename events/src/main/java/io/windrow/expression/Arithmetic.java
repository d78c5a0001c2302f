package io.windrow.expression;

import static io.windrow.record.Scalars.decimal;

import io.windrow.record.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on ints and decimals of 38 digits at most, which is exact; an int and a decimal make a
 * decimal. Only a quotient of decimals is rounded. An int past 64 bits is held as a decimal without
 * digits behind its point.
 */
public final class Arithmetic {
  private Arithmetic() {}

  static Object add(Frame frame, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return whole(() -> Math.addExact(l, r), () -> decimal(l).add(decimal(r)));
    }
    if (left instanceof Number l && right instanceof Number r) {
      return inRange(decimal(l).add(decimal(r)));
    }
    if (left instanceof String l && right instanceof String r) {
      frame.build(l.length());
      frame.build(r.length());
      return l + r;
    }
    if (left instanceof List<?> l && right instanceof List<?> r) {
      return concatenated(frame, l, r);
    }
    if (left instanceof Bytes l && right instanceof Bytes r) {
      return l.with(frame, r);
    }
    return later(left, right);
  }

  private static Object later(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Instant l && right instanceof Duration r) {
      return Times.plus(l, r);
    }
    if (left instanceof Duration l && right instanceof Instant r) {
      return Times.plus(r, l);
    }
    if (left instanceof Duration l && right instanceof Duration r) {
      return Durations.plus(l, r);
    }
    throw Kind.mismatch("+", left, right);
  }

  static Object subtract(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return whole(() -> Math.subtractExact(l, r), () -> decimal(l).subtract(decimal(r)));
    }
    if (left instanceof Number l && right instanceof Number r) {
      return inRange(decimal(l).subtract(decimal(r)));
    }
    if (left instanceof Instant l && right instanceof Instant r) {
      return Duration.between(r, l);
    }
    if (right instanceof Duration r) {
      return later(left, r.negated());
    }
    throw Kind.mismatch("-", left, right);
  }

  static Object multiply(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long l && right instanceof Long r) {
      return whole(() -> Math.multiplyExact(l, r), () -> decimal(l).multiply(decimal(r)));
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

  /** The quotient of two ints, without what is behind its point. */
  static Object quotient(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long && right instanceof Long) {
      return divide(left, right);
    }
    return whole(dividend("/", left, right).divideToIntegralValue(divisor("/", left, right)));
  }

  static Object remainder(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Long l && right instanceof Long r && r != 0) {
      return l % r;
    }
    return whole(dividend("%", left, right).remainder(divisor("%", left, right)));
  }

  private static BigDecimal dividend(
      String operator, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Number l && isWhole(decimal(l))) {
      return decimal(l);
    }
    throw Kind.mismatch(operator, left, right);
  }

  private static BigDecimal divisor(
      String operator, @Nullable Object left, @Nullable Object right) {
    if (!(right instanceof Number r && isWhole(decimal(r)))) {
      throw Kind.mismatch(operator, left, right);
    }
    if (decimal(r).signum() == 0) {
      throw new ExpressionException("division by zero");
    }
    return decimal(r);
  }

  static Object negate(@Nullable Object value) {
    if (value instanceof Long whole) {
      return whole(() -> Math.negateExact(whole), () -> decimal(whole).negate());
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.negate();
    }
    throw Kind.mismatch("-", value);
  }

  /** The value, if Windrow can hold it. */
  public static BigDecimal inRange(BigDecimal value) {
    if (Decimals.isInRange(value)) {
      return value;
    }
    String detail =
        "number out of range: a decimal has at most 38 digits and lies between 1E-130 and"
            + " 9.99E+125";
    throw new ExpressionException(detail + ", found " + value.round(new MathContext(5)), detail);
  }

  /** The int that a decimal is. */
  static Object whole(BigDecimal value) {
    if (!isWhole(value)) {
      throw new ExpressionException("not a whole number: " + value, "not a whole number");
    }
    BigDecimal whole = inRange(value).setScale(0, RoundingMode.UNNECESSARY);
    return whole.toBigInteger().bitLength() < Long.SIZE ? (Object) whole.longValueExact() : whole;
  }

  private static boolean isWhole(BigDecimal value) {
    return value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  private static Object whole(LongSupplier operation, Supplier<BigDecimal> pastLongs) {
    try {
      return operation.getAsLong();
    } catch (ArithmeticException overflow) {
      return inRange(pastLongs.get());
    }
  }

  private static List<@Nullable Object> concatenated(Frame frame, List<?> left, List<?> right) {
    frame.build(right.size());
    if (left instanceof GrowingList growing) {
      growing.addAll(right);
      return growing;
    }
    frame.build(left.size());
    List<@Nullable Object> both = new ArrayList<>(left);
    both.addAll(right);
    return Collections.unmodifiableList(both);
  }
}
