package io.windrow.functions.kinesis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * When Kinesis took a record. Lambda sends it in seconds with a fraction of milliseconds, as any
 * JSON number, 1.545084650987E9 too.
 */
final class ArrivalTime {
  private static final int DIGITS_OF_SECONDS = 12;

  private ArrivalTime() {}

  /** Milliseconds since the epoch, exactly: a double has no place here. */
  static long millis(String seconds) {
    long plain = plainMillis(seconds);
    return plain >= 0 ? plain : exactMillis(seconds);
  }

  /** Of seconds as Lambda writes nearly all, 1545084650.987; less than 0 of any other text. */
  private static long plainMillis(String seconds) {
    int point = seconds.indexOf('.');
    if (point < 1 || point > DIGITS_OF_SECONDS || seconds.length() != point + 4) {
      return -1;
    }
    long millis = 0;
    for (int i = 0; i < seconds.length(); i++) {
      char c = seconds.charAt(i);
      if (i != point && (c < '0' || c > '9')) {
        return -1;
      }
      millis = i == point ? millis : millis * 10 + (c - '0');
    }
    return millis;
  }

  private static long exactMillis(String seconds) {
    try {
      BigDecimal value = new BigDecimal(seconds);
      if ((long) value.precision() - value.scale() <= DIGITS_OF_SECONDS) {
        return value.movePointRight(3).setScale(0, RoundingMode.FLOOR).longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // told below, with what was found
    }
    throw new EnvelopeException(
        "broken envelope: expected seconds since the epoch as approximateArrivalTimestamp, found "
            + seconds);
  }
}
