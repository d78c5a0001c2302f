package io.windrow.local.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.EventTime.Unit;
import io.windrow.contract.TimeFormat;
import io.windrow.record.FieldPath;
import io.windrow.window.Timestamps;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the times of records look like beside what the definition says of them. */
final class TimeLook {
  /** In seconds, the years 1973 to 5138 have 9 to 11 digits, and three more in each finer unit. */
  private static final int LEAST_DIGITS = 9;

  private static final int DIGITS_A_UNIT = 3;
  private static final List<String> UNITS = List.of("seconds", "millis", "micros", "nanos");

  /** 1973-03-03: nobody's events, but what seconds are when they are read as milliseconds. */
  private static final long UNLIKELY_BEFORE = 100_000_000_000L;

  private static final String DATES = "dates of ISO 8601";
  private static final String NUMBER = "-?[0-9]{1,30}(\\.[0-9]+)?";
  private static final String DATE = "[0-9]{4}-?[0-9]{2}-?[0-9]{2}.*";

  private final FieldPath field;
  private final TimeFormat format;

  TimeLook(FieldPath field, TimeFormat format) {
    this.field = field;
    this.format = format;
  }

  /** A sentence about records that were rejected for a reason of {@code time}. */
  String ofRejected(String code, Sample sample) {
    String pointer = field.pointer();
    JsonNode value = sample.at(pointer);
    if (code.equals("time.missing") || value.isMissingNode()) {
      return FieldLook.missing(pointer, sample);
    }
    String found = "%s is %s".formatted(pointer, Sample.shown(value));
    String looks = looksLike(value, value.asText());
    return looks.isEmpty()
        ? "%s, and time has %s.".formatted(found, written())
        : "%s: the times look like %s, and time has %s%s"
            .formatted(found, looks, written(), advice(looks));
  }

  /** A sentence about accepted records, if their times are not likely. */
  Optional<String> ofAccepted(long reached) {
    boolean unlikely =
        format.units().contains(Unit.MILLIS) && reached >= 0 && reached < UNLIKELY_BEFORE;
    return unlikely
        ? Optional.of(
            "The latest event is of %s: the times look like seconds, and time has %s%s"
                .formatted(Timestamps.iso(reached), written(), advice("seconds")))
        : Optional.empty();
  }

  /** What the definition says of how times are written. */
  private String written() {
    String units = format.units().stream().map(TimeLook::name).collect(Collectors.joining(", "));
    String patterns = String.join(", ", format.patterns());
    return (units.isEmpty() ? "" : "unit: " + units)
        + (units.isEmpty() || patterns.isEmpty() ? "" : " and ")
        + (patterns.isEmpty() ? "" : "pattern: " + patterns);
  }

  private static String looksLike(JsonNode value, String text) {
    if (text.matches(NUMBER) && !value.isContainerNode()) {
      return epoch(new BigDecimal(text));
    }
    return text.matches(DATE) ? DATES : "";
  }

  private static String epoch(BigDecimal number) {
    int digits = number.abs().toBigInteger().toString().length();
    int unit = Math.floorDiv(digits - LEAST_DIGITS, DIGITS_A_UNIT);
    return unit >= 0 && unit < UNITS.size() ? UNITS.get(unit) : "";
  }

  private String advice(String looks) {
    Unit unit = looks.equals(DATES) ? Unit.ISO8601 : Unit.valueOf(looks.toUpperCase(Locale.ROOT));
    if (!format.units().contains(unit)) {
      return ": write unit: " + name(unit) + ".";
    }
    return unit == Unit.ISO8601 && format.zone() == null
        ? ": one without an offset needs zone, such as zone: UTC."
        : ": this value is none that it takes.";
  }

  private static String name(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
