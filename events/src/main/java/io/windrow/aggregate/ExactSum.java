package io.windrow.aggregate;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A total with every digit it has, however many. While it fits, it is a long of units of 10^-scale;
 * from the first number that does not, a {@link BigDecimal}. Which of them it is does not show in
 * its encoding.
 */
final class ExactSum {
  private static final int FAST_DIGITS = 18;
  private static final long[] POWERS = powersOfTen();

  private long units;
  private int scale;
  private @Nullable BigDecimal large;

  private static long[] powersOfTen() {
    long[] powers = new long[FAST_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** Adds a {@link Long} or a {@link BigDecimal}. */
  void add(Number number) {
    if (!(number instanceof BigDecimal decimal)) {
      add(number.longValue(), 0);
    } else if (decimal.scale() >= 0
        && decimal.scale() <= FAST_DIGITS
        && decimal.precision() <= FAST_DIGITS) {
      add(decimal.unscaledValue().longValue(), decimal.scale());
    } else {
      large = toDecimal().add(decimal);
    }
  }

  void add(ExactSum other) {
    if (other.large == null) {
      add(other.units, other.scale);
    } else {
      large = toDecimal().add(other.large);
    }
  }

  private void add(long moreUnits, int moreScale) {
    if (large != null || !addedFast(moreUnits, moreScale)) {
      large = toDecimal().add(BigDecimal.valueOf(moreUnits, moreScale));
    }
  }

  private boolean addedFast(long moreUnits, int moreScale) {
    int common = Math.max(scale, moreScale);
    long mine = POWERS[common - scale];
    long its = POWERS[common - moreScale];
    if (overflows(units, mine) || overflows(moreUnits, its)) {
      return false;
    }
    long left = units * mine;
    long right = moreUnits * its;
    long total = left + right;
    if (((left ^ total) & (right ^ total)) < 0) {
      return false;
    }
    units = total;
    scale = common;
    return true;
  }

  private static boolean overflows(long value, long factor) {
    return factor != 1 && Math.multiplyHigh(value, factor) != (value * factor) >> 63;
  }

  BigDecimal toDecimal() {
    return large == null ? BigDecimal.valueOf(units, scale) : large;
  }

  void encode(BinaryWriter out) {
    out.writeValue(Scalars.canonical(toDecimal()));
  }

  static ExactSum decode(BinaryReader in) {
    ExactSum sum = new ExactSum();
    if (in.readValue() instanceof Number number) {
      sum.add(number);
    }
    return sum;
  }
}
