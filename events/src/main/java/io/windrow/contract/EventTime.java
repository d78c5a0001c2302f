package io.windrow.contract;

import io.windrow.record.FieldPath;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a field of an event says when it happened, and how. */
public final class EventTime implements TimeOf {
  private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  /** How a time is written. What is below a millisecond is cut off. */
  public enum Unit {
    /** Milliseconds since the epoch: a number, or a text of its digits. */
    MILLIS,
    /** Seconds since the epoch, likewise. */
    SECONDS,
    /** Microseconds since the epoch, likewise. */
    MICROS,
    /** Nanoseconds since the epoch, likewise. */
    NANOS,
    /** A text of ISO 8601 or RFC 3339: {@code 2026-01-31T12:00:00.000+01:00}. */
    ISO8601;

    /** As a definition writes it: {@code millis}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** All units as a definition writes them. */
    public static List<String> texts() {
      return texts(List.of(values()));
    }

    /** Units as a definition writes them. */
    public static List<String> texts(List<Unit> units) {
      return units.stream().map(Unit::text).toList();
    }

    /** The unit that a definition writes so, if there is one. */
    public static Optional<Unit> of(String text) {
      return Arrays.stream(values()).filter(unit -> unit.text().equals(text)).findFirst();
    }
  }

  private final FieldPath field;
  private final TimeForm form;
  private final @Nullable Long ahead;

  /** A time of one unit, with an offset where it is a text of ISO 8601. */
  public EventTime(FieldPath field, Unit unit, @Nullable Long ahead) {
    this(field, TimeFormat.of(unit), ahead);
  }

  /**
   * The time that a field says.
   *
   * @param ahead how many milliseconds past its arrival a time may lie; null for any
   */
  public EventTime(FieldPath field, TimeFormat format, @Nullable Long ahead) {
    this.field = field;
    this.form = format.form();
    this.ahead = ahead;
  }

  /**
   * The time of an event.
   *
   * @throws RejectedException {@code time.missing}, {@code time.format}, {@code time.range}
   *     (outside the years 1 to 9999) or {@code time.ahead}
   */
  @Override
  public long of(Map<String, ? extends @Nullable Object> fields, long arrival)
      throws RejectedException {
    Object value = field.in(fields);
    if (value == null) {
      throw rejected("time.missing");
    }
    long time = form.read(value);
    if (time == TimeForm.UNREADABLE) {
      throw rejected("time.format");
    }
    if (time < FIRST || time > LAST) {
      throw rejected("time.range");
    }
    if (ahead != null && time - arrival > ahead) {
      throw rejected("time.ahead");
    }
    return time;
  }

  private RejectedException rejected(String code) {
    return new RejectedException(new Reason(code, field.pointer()));
  }
}
