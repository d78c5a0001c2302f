package io.windrow.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The decimals that Windrow takes and shows: those that a DynamoDB number holds, which are 38
 * digits and magnitudes from 1E-130 to 9.99...E+125 (DynamoDB Developer Guide, "Supported data
 * types and naming rules in Amazon DynamoDB", Number).
 */
public final class Decimals {
  public static final int MAX_DIGITS = 38;
  public static final int MIN_EXPONENT = -130;
  public static final int MAX_EXPONENT = 125;

  /** How a computed value that has more digits is cut to those that fit. */
  public static final MathContext ROUNDING = new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN);

  private Decimals() {}

  /** Whether the value can be held with every digit it has; trailing zeros are no digits. */
  public static boolean isInRange(BigDecimal value) {
    if (value.signum() == 0) {
      return true;
    }
    long exponent = (long) value.precision() - value.scale() - 1;
    return exponent >= MIN_EXPONENT
        && exponent <= MAX_EXPONENT
        && (value.precision() <= MAX_DIGITS
            || value.stripTrailingZeros().precision() <= MAX_DIGITS);
  }

  /** The value to the nearest of 38 digits, ties to even. */
  public static BigDecimal round(BigDecimal value) {
    return value.round(ROUNDING);
  }
}
