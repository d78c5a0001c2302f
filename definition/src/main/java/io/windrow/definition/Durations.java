package io.windrow.definition;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text form of durations: whole numbers with the units ms, s, m, h, d, as in 90s or 1m30s. */
public final class Durations {
  /** What a message says when a duration is expected. */
  static final String EXPECTED = "a duration such as 500ms, 10s, 5m, 1h, 7d or 1m30s";

  /** The same form as the definition's JSON Schema holds it. */
  static final String PATTERN =
      "^(?=[0-9])([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,12}ms)?$";

  private static final Pattern FORM = Pattern.compile(PATTERN);
  private static final long[] MILLIS = {
    Duration.ofDays(1).toMillis(),
    Duration.ofHours(1).toMillis(),
    Duration.ofMinutes(1).toMillis(),
    Duration.ofSeconds(1).toMillis(),
    1
  };

  private Durations() {}

  /** The milliseconds of a text, or nothing if it is no duration. */
  public static OptionalLong parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    long total = 0;
    for (int unit = 0; unit < MILLIS.length; unit++) {
      total += MILLIS[unit] * amount(matcher.group(unit + 1));
    }
    return OptionalLong.of(total);
  }

  private static long amount(@Nullable String part) {
    return part == null ? 0 : Long.parseLong(part.replaceAll("[a-z]", ""));
  }

  /** The text that {@link #parse} reads as these milliseconds; it reads none that is negative. */
  public static String format(long millis) {
    if (millis == 0) {
      return "0s";
    }
    if (millis < 0) {
      return millis + "ms";
    }
    StringBuilder text = new StringBuilder();
    long rest = millis;
    String[] units = {"d", "h", "m", "s", "ms"};
    for (int unit = 0; unit < MILLIS.length; unit++) {
      long amount = rest / MILLIS[unit];
      rest -= amount * MILLIS[unit];
      if (amount > 0) {
        text.append(amount).append(units[unit]);
      }
    }
    return text.toString();
  }
}
