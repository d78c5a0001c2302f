package io.windrow.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an event says when it happened, and how far that may be from its arrival.
 *
 * @param field a path of field names with dots
 * @param ahead milliseconds; a time more than this past its arrival is rejected
 * @param behind milliseconds; the owner's word that nothing comes later than this after it
 *     happened, or null without one
 */
public record TimeDefinition(String field, Unit unit, long ahead, @Nullable Long behind) {
  /** What {@code ahead} is when a definition does not say: a minute for clocks that differ. */
  public static final long DEFAULT_AHEAD = 60_000;

  /** The field's names from the top of the event down. */
  public List<String> path() {
    return List.of(field.split("\\.", -1));
  }

  /** How the field writes a time. */
  public enum Unit {
    MILLIS(List.of("int", "double", "string", "dyn")),
    SECONDS(List.of("int", "double", "string", "dyn")),
    ISO8601(List.of("string", "dyn"));

    @SuppressWarnings("ImmutableEnumChecker") // a list of List.of
    private final List<String> types;

    Unit(List<String> types) {
      this.types = types;
    }

    /** The name as the definition writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The types that a field of this unit can have. */
    List<String> types() {
      return types;
    }

    static List<String> texts() {
      return Arrays.stream(values()).map(Unit::text).toList();
    }

    static Optional<Unit> of(String text) {
      return Arrays.stream(values()).filter(unit -> unit.text().equals(text)).findFirst();
    }
  }
}
