package io.windrow.contract;

import io.windrow.contract.EventTime.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the times of a field are written. A value is read by the first pattern that it fits, else by
 * the first unit.
 *
 * @param patterns of {@link java.time.format.DateTimeFormatter}
 * @param zone where times without an offset are local; null if there are none
 */
public record TimeFormat(List<Unit> units, List<String> patterns, @Nullable ZoneId zone) {
  public TimeFormat {
    units = List.copyOf(units);
    patterns = List.copyOf(patterns);
    if (units.isEmpty() && patterns.isEmpty()) {
      throw new IllegalArgumentException("a time needs a unit or a pattern");
    }
  }

  /** Times in one unit, with an offset where it is a text of ISO 8601. */
  public static TimeFormat of(Unit unit) {
    return new TimeFormat(List.of(unit), List.of(), null);
  }

  /** Reads a value. */
  TimeForm form() {
    List<TimeForm> forms =
        Stream.concat(patterns.stream().map(this::form), units.stream().map(this::form)).toList();
    return forms.size() == 1 ? forms.get(0) : value -> first(forms, value);
  }

  private static long first(List<TimeForm> forms, Object value) {
    long time = TimeForm.UNREADABLE;
    for (int i = 0; i < forms.size() && time == TimeForm.UNREADABLE; i++) {
      time = forms.get(i).read(value);
    }
    return time;
  }

  private TimeForm form(String pattern) {
    return new PatternForm(pattern, zone);
  }

  private TimeForm form(Unit unit) {
    return unit == Unit.ISO8601 ? new IsoForm(zone) : new EpochForm(unit);
  }

  /** A time as it may be written: a text, or a whole number. */
  public Object write(Instant time) {
    if (!patterns.isEmpty()) {
      return new PatternForm(patterns.get(0), zone).write(time);
    }
    return switch (units.get(0)) {
      case ISO8601 -> time.toString();
      case SECONDS -> time.getEpochSecond();
      case MILLIS -> time.toEpochMilli();
      case MICROS -> time.toEpochMilli() * 1_000;
      case NANOS -> time.toEpochMilli() * 1_000_000;
    };
  }
}
