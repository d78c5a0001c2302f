package io.windrow.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a window is, or how far apart windows start: a duration, or whole weeks or months.
 *
 * @param amount milliseconds, or months
 * @param isInWeeks whether it is written in weeks, which begin on Mondays unless said
 */
record WindowSpan(long amount, boolean isInMonths, boolean isInWeeks) {
  static final String EXPECTED =
      "a duration such as 10s, 5m, 1h or 1d, or weeks or months as 1w or 1mo";

  /** The same form as the definition's JSON Schema holds it. */
  static final String CALENDAR_PATTERN = "^([1-9][0-9]{0,3})(w|mo)$";

  private static final Pattern CALENDAR = Pattern.compile(CALENDAR_PATTERN);
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int DAYS_A_WEEK = 7;
  private static final int MONTHS_A_YEAR = 12;
  private static final long MOST_YEARS = 10;

  /** The longest one, in milliseconds, and in months. */
  static final long MOST_TIME = MOST_YEARS * 365 * DAY;

  static final long MOST_MONTHS = MOST_YEARS * MONTHS_A_YEAR;

  static Optional<WindowSpan> parse(String text) {
    Matcher calendar = CALENDAR.matcher(text);
    if (calendar.matches()) {
      long amount = Long.parseLong(calendar.group(1));
      boolean months = calendar.group(2).equals("mo");
      return Optional.of(
          new WindowSpan(months ? amount : amount * DAYS_A_WEEK * DAY, months, !months));
    }
    OptionalLong millis = Durations.parse(text);
    return millis.isEmpty()
        ? Optional.empty()
        : Optional.of(new WindowSpan(millis.getAsLong(), false, false));
  }

  boolean isWholeDays() {
    return !isInMonths && amount % DAY == 0;
  }

  boolean isWholeWeeks() {
    return isWholeDays() && days() % DAYS_A_WEEK == 0;
  }

  long days() {
    return amount / DAY;
  }

  boolean isTooLong() {
    return amount > (isInMonths ? MOST_MONTHS : MOST_TIME);
  }

  /** More than any offset that windows so far apart can have. */
  long offsetLimit() {
    return isInMonths ? 28 * DAY : amount;
  }

  @Override
  public String toString() {
    return isInMonths ? amount + "mo" : Durations.format(amount);
  }
}
