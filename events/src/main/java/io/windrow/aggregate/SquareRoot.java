package io.windrow.aggregate;

import io.windrow.record.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The square root of a quotient, correctly rounded: as if the exact root had been cut once. */
final class SquareRoot {
  // At least one digit past those shown, so that what is cut off is above, at or below a half.
  private static final int DIGITS = Decimals.MAX_DIGITS + 2;

  private SquareRoot() {}

  /** The root of a quotient that is not negative, to the nearest of 38 digits, ties to even. */
  static BigDecimal ofQuotient(BigDecimal numerator, BigDecimal denominator) {
    if (numerator.signum() == 0) {
      return BigDecimal.ZERO;
    }
    int places = DIGITS - Math.floorDiv(magnitude(numerator) - magnitude(denominator), 2);
    BigDecimal[] quotient = numerator.scaleByPowerOfTen(2 * places).divideAndRemainder(denominator);
    BigInteger[] root = quotient[0].toBigInteger().sqrtAndRemainder();
    boolean exact = quotient[1].signum() == 0 && root[1].signum() == 0;
    // One more digit stands for all that follow: where it is not zero, there is no tie.
    BigInteger digits =
        root[0].multiply(BigInteger.TEN).add(exact ? BigInteger.ZERO : BigInteger.ONE);
    return new BigDecimal(digits, places + 1).round(Decimals.ROUNDING);
  }

  private static int magnitude(BigDecimal value) {
    return value.precision() - value.scale();
  }
}
