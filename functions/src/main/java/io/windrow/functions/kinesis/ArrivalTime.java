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
