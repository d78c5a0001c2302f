package io.windrow.contract;

import io.windrow.record.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The text of a JSON number, read by one walk over its characters, so that no text costs more than
 * its length: only what is known to be in the range of {@link Decimals} is ever made a number.
 */
final class NumberText {
  /** Past any exponent that the digits of a payload could bring back into range. */
  private static final long HOPELESS_EXPONENT = 1_000_000_000L;

  private static final int MAX_LONG_DIGITS = 18;

  private final char[] text;
  private final int end;
  private int firstDigit = -1;
  private int lastDigit = -1;
  private int point = -1;
  private int mantissaEnd;

  private NumberText(char[] text, int from, int length) {
    this.text = text;
    this.end = from + length;
    this.mantissaEnd = end;
    walkMantissa(from);
  }

  /**
   * The number with no trailing zeros, so that equal numbers are equal objects; null if it does not
   * fit.
   *
   * @param text holds a number of JSON's grammar
   */
  static @Nullable BigDecimal decimal(char[] text, int from, int length) {
    return new NumberText(text, from, length).decimal(text[from] == '-');
  }

  private void walkMantissa(int from) {
    for (int i = from; i < end; i++) {
      char c = text[i];
      if (c == '.') {
        point = i;
      } else if (c == 'e' || c == 'E') {
        mantissaEnd = i;
        return;
      } else if (c > '0' && c <= '9') {
        firstDigit = firstDigit < 0 ? i : firstDigit;
        lastDigit = i;
      }
    }
  }

  private @Nullable BigDecimal decimal(boolean negative) {
    if (firstDigit < 0) {
      return BigDecimal.ZERO;
    }
    boolean pointInside = point > firstDigit && point < lastDigit;
    int digits = lastDigit - firstDigit + (pointInside ? 0 : 1);
    long power = placeOfLastDigit() + exponent();
    long exponent = power + digits - 1;
    if (digits > Decimals.MAX_DIGITS
        || exponent < Decimals.MIN_EXPONENT
        || exponent > Decimals.MAX_EXPONENT) {
      return null;
    }
    BigDecimal magnitude =
        digits <= MAX_LONG_DIGITS
            ? BigDecimal.valueOf(longOfDigits(), (int) -power)
            : new BigDecimal(bigOfDigits(), (int) -power);
    return negative ? magnitude.negate() : magnitude;
  }

  /** The power of ten that the last significant digit stands for, the exponent aside. */
  private long placeOfLastDigit() {
    if (point < 0) {
      return mantissaEnd - 1L - lastDigit;
    }
    return lastDigit < point ? point - 1L - lastDigit : (long) point - lastDigit;
  }

  private long exponent() {
    if (mantissaEnd == end) {
      return 0;
    }
    int from = mantissaEnd + 1;
    boolean negative = text[from] == '-';
    long exponent = 0;
    for (int i = from; i < end && exponent < HOPELESS_EXPONENT; i++) {
      if (text[i] >= '0') {
        exponent = exponent * 10 + (text[i] - '0');
      }
    }
    return negative ? -exponent : exponent;
  }

  private long longOfDigits() {
    long value = 0;
    for (int i = firstDigit; i <= lastDigit; i++) {
      if (text[i] != '.') {
        value = value * 10 + (text[i] - '0');
      }
    }
    return value;
  }

  private BigInteger bigOfDigits() {
    StringBuilder digits = new StringBuilder(Decimals.MAX_DIGITS);
    for (int i = firstDigit; i <= lastDigit; i++) {
      if (text[i] != '.') {
        digits.append(text[i]);
      }
    }
    return new BigInteger(digits.toString());
  }
}
