package io.windrow.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time as a text, or a number of its digits, by a pattern of {@link DateTimeFormatter}. Names of
 * months and days are English, in any case of letters.
 */
final class PatternForm implements TimeForm {
  private static final long CURRENT_ERA = 1;

  private final DateTimeFormatter formatter;
  private final @Nullable ZoneId zone;

  /**
   * The form.
   *
   * @param zone where a time without an offset is local; null if it is none
   * @throws IllegalArgumentException if the pattern is none
   */
  PatternForm(String pattern, @Nullable ZoneId zone) {
    this.formatter = formatter(pattern);
    this.zone = zone;
  }

  /** Strict, so that no day is made of 31 February; a year without an era is of ours. */
  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, CURRENT_ERA)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT)
        .withChronology(IsoChronology.INSTANCE);
  }

  @Override
  public long read(Object value) {
    if (!(value instanceof String) && !(value instanceof Long)) {
      return UNREADABLE;
    }
    try {
      return millis(parse(value.toString()));
    } catch (DateTimeException | ArithmeticException e) {
      return UNREADABLE;
    }
  }

  /** Reads a text of the pattern. */
  TemporalAccessor parse(String text) {
    return formatter.parse(text);
  }

  private long millis(TemporalAccessor parsed) {
    if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(parsed).toEpochMilli();
    }
    LocalDate date = parsed.query(TemporalQueries.localDate());
    @Nullable ZoneId there = parsed.query(TemporalQueries.zone());
    if (there == null) {
      there = zone;
    }
    LocalTime time = parsed.query(TemporalQueries.localTime());
    return date == null || there == null
        ? UNREADABLE
        : date.atTime(time == null ? LocalTime.MIDNIGHT : time)
            .atZone(there)
            .toInstant()
            .toEpochMilli();
  }

  /** A time as the pattern writes it. */
  String write(Instant time) {
    return formatter.format(time.atZone(zone == null ? ZoneOffset.UTC : zone));
  }
}
