package io.windrow.contract;

import io.windrow.contract.EventTime.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** A time as a number since the epoch: a JSON number, or a text of its digits. */
final class EpochForm implements TimeForm {
  private static final int SURE_LONG_DIGITS = 18;

  /** More seconds than the year 9999 has, and few enough to be made milliseconds. */
  private static final long MOST_SECONDS = 1_000_000_000_000L;

  /** No exponent, no sign but minus, few enough digits to be worth reading. */
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?");

  private final Unit unit;

  EpochForm(Unit unit) {
    this.unit = unit;
  }

  @Override
  public long read(Object value) {
    if (value instanceof Long number) {
      return millis(number);
    }
    if (value instanceof BigDecimal number) {
      return millis(number);
    }
    return value instanceof String text ? ofText(text) : UNREADABLE;
  }

  private long ofText(String text) {
    if (isShortInteger(text)) {
      return millis(Long.parseLong(text));
    }
    return DIGITS.matcher(text).matches() ? millis(new BigDecimal(text)) : UNREADABLE;
  }

  /** The commonest text of all, which is spared the way over decimals. */
  private static boolean isShortInteger(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= SURE_LONG_DIGITS;
  }

  private long millis(long number) {
    return switch (unit) {
      case SECONDS -> number > MOST_SECONDS || number < -MOST_SECONDS ? FAR_AWAY : number * 1_000;
      case MICROS -> Math.floorDiv(number, 1_000);
      case NANOS -> Math.floorDiv(number, 1_000_000);
      default -> number == UNREADABLE ? FAR_AWAY : number;
    };
  }

  private long millis(BigDecimal number) {
    BigDecimal millis = number.scaleByPowerOfTen(powerOfMillis());
    boolean fitsLong = (long) millis.precision() - millis.scale() <= SURE_LONG_DIGITS;
    return fitsLong ? millis.setScale(0, RoundingMode.FLOOR).longValue() : FAR_AWAY;
  }

  private int powerOfMillis() {
    return switch (unit) {
      case SECONDS -> 3;
      case MICROS -> -3;
      case NANOS -> -6;
      default -> 0;
    };
  }
}
