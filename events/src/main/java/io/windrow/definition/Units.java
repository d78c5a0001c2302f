package io.windrow.definition;

import io.windrow.contract.EventTime.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The units of event time as a definition writes them, and the types of fields that fit them. */
final class Units {
  /** A pattern reads the digits of a number too. */
  static final List<String> TYPES_OF_PATTERNS = List.of("int", "string", "dyn");

  private Units() {}

  static String text(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  static List<String> texts() {
    return texts(List.of(Unit.values()));
  }

  static List<String> texts(List<Unit> units) {
    return units.stream().map(Units::text).toList();
  }

  static Optional<Unit> of(String text) {
    return Arrays.stream(Unit.values()).filter(unit -> text(unit).equals(text)).findFirst();
  }

  static List<String> types(Unit unit) {
    return switch (unit) {
      case MILLIS, SECONDS, MICROS, NANOS -> List.of("int", "double", "string", "dyn");
      case ISO8601 -> List.of("string", "dyn");
    };
  }
}
