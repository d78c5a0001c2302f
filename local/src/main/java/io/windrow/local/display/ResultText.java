package io.windrow.local.display;

import io.windrow.view.Result;
import io.windrow.window.Timestamps;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A result as a line for people. */
final class ResultText {
  private static final int DIGITS_SHOWN = 12;

  /** What is shown of a longer number; files have all of it. */
  private static final MathContext SHORT = new MathContext(6);

  private static final String NO_SECONDS = ":00";
  private static final int YEAR = "2024-".length();
  private static final int DATE = "2024-01-31 ".length();

  private ResultText() {}

  static String of(Result result) {
    return "%s  %s  %s  %s"
        .formatted(result.view(), window(result), pairs(result.group()), pairs(result.values()))
        .stripTrailing();
  }

  static String window(Result result) {
    String start = second(result.windowStart(), result.zone());
    String end = second(result.windowEnd(), result.zone());
    return start + " to " + (isSame(DATE, start, end) ? end.substring(DATE) : end);
  }

  /** The window without what repeats: seconds if both are 0, the date or the year of its end. */
  static String shortWindow(Result result) {
    String start = second(result.windowStart(), result.zone());
    String end = second(result.windowEnd(), result.zone());
    if (result.zone() == null && start.endsWith(NO_SECONDS) && end.endsWith(NO_SECONDS)) {
      start = start.substring(0, start.length() - NO_SECONDS.length());
      end = end.substring(0, end.length() - NO_SECONDS.length());
    }
    int repeated = isSame(DATE, start, end) ? DATE : isSame(YEAR, start, end) ? YEAR : 0;
    return start + " to " + end.substring(repeated);
  }

  /** By the clocks of a zone, with their offset, if there is one. */
  private static String second(long millis, @Nullable ZoneId zone) {
    return zone == null
        ? second(millis)
        : Timestamps.local(millis, zone).replace('T', ' ').replace(".000", "");
  }

  private static boolean isSame(int length, String start, String end) {
    return end.startsWith(start.substring(0, length));
  }

  /** A time without its fraction, if it has none. */
  static String second(long millis) {
    String iso = Timestamps.iso(millis);
    String text = iso.endsWith(".000Z") ? iso.substring(0, iso.length() - 5) : iso;
    return text.replace('T', ' ').replace("Z", "");
  }

  static String pairs(Map<String, @Nullable Object> values) {
    return values.entrySet().stream()
        .map(value -> Printable.of(value.getKey()) + "=" + text(value.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.precision() <= DIGITS_SHOWN
          ? number.toPlainString()
          : number.round(SHORT).toPlainString() + "..";
    }
    String text = Printable.of(String.valueOf(value));
    return text.chars().anyMatch(Character::isWhitespace) || text.contains("\\")
        ? '"' + text + '"'
        : text;
  }
}
