package io.windrow.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;

/** The check of a pattern: what it writes of a time must say which time it was. */
public final class TimePattern {
  /** Its numbers differ from each other, and from what stands for a part that is absent. */
  private static final Instant SAMPLE = Instant.parse("2024-11-23T13:05:06.789123456Z");

  private static final List<ChronoField> OF_A_TIME =
      List.of(
          ChronoField.AMPM_OF_DAY,
          ChronoField.HOUR_OF_AMPM,
          ChronoField.CLOCK_HOUR_OF_AMPM,
          ChronoField.MINUTE_OF_HOUR,
          ChronoField.SECOND_OF_MINUTE);

  private TimePattern() {}

  /** What is wrong with a pattern, and what it should have. */
  public record Fault(String found, String expected) {}

  /**
   * What is wrong with a pattern, if anything is.
   *
   * @param hasZone whether times without an offset have a zone
   */
  public static Optional<Fault> fault(String pattern, boolean hasZone) {
    try {
      PatternForm form = new PatternForm(pattern, hasZone ? ZoneOffset.UTC : null);
      return fault(form.parse(form.write(SAMPLE)), hasZone);
    } catch (DateTimeException e) {
      return Optional.of(new Fault("what it writes it cannot read", "a year, a month and a day"));
    } catch (IllegalArgumentException e) {
      String expected = "a pattern of java.time.format.DateTimeFormatter";
      return Optional.of(new Fault(String.valueOf(e.getMessage()), expected));
    }
  }

  private static Optional<Fault> fault(TemporalAccessor parsed, boolean hasZone) {
    if (parsed.query(TemporalQueries.localDate()) == null) {
      String expected = "a year, a month and a day, as yyyy-MM-dd or dd/MMM/yyyy are";
      return Optional.of(new Fault("it says no date", expected));
    }
    if (!saysHour(parsed)) {
      String expected = "the hour as HH, or as hh with 'a' for am and pm";
      return Optional.of(new Fault("it does not say the hour of the day", expected));
    }
    if (!hasZone && parsed.query(TemporalQueries.zone()) == null) {
      String expected = "zone: UTC, or the zone in which the times are local, beside it";
      return Optional.of(new Fault("it has no offset", expected));
    }
    return Optional.empty();
  }

  /** A date alone says the first one. */
  private static boolean saysHour(TemporalAccessor parsed) {
    LocalTime time = parsed.query(TemporalQueries.localTime());
    return time == null
        ? OF_A_TIME.stream().noneMatch(parsed::isSupported)
        : time.getHour() == SAMPLE.atZone(ZoneOffset.UTC).getHour();
  }
}
