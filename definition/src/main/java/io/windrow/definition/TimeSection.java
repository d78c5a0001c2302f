package io.windrow.definition;

import io.windrow.contract.EventTime.Unit;
import io.windrow.contract.TimeFormat;
import io.windrow.definition.expression.Scope;
import io.windrow.expression.Nearest;
import io.windrow.plan.TimeDefinition;
import io.windrow.record.FieldPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code time}. */
final class TimeSection {
  /** A pattern reads the digits of a number too. */
  private static final List<String> TYPES_OF_PATTERNS = List.of("int", "string", "dyn");

  private static final String ARRIVAL = "arrival";
  private static final String FIELD_EXPECTED = "a field of the contract such as event_time";

  private final FieldReader fields;
  private final TimeFormatSection formats;
  private final Problems problems;

  TimeSection(Scope contract, Problems problems) {
    this.fields = new FieldReader(contract, problems);
    this.formats = new TimeFormatSection(problems);
    this.problems = problems;
  }

  Optional<TimeDefinition> read(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return word(scalar);
    }
    return SectionReader.of(Section.TIME, node, problems).flatMap(this::time);
  }

  private Optional<TimeDefinition> word(Node.Scalar scalar) {
    if (scalar.text().equals(ARRIVAL)) {
      return Optional.of(new TimeDefinition.OfArrival());
    }
    problems.add(
        scalar.place(),
        scalar.describe() + " for the time",
        "{ field: event_time, unit: millis }, or arrival for when Kinesis took the record",
        Nearest.to(scalar.text(), List.of(ARRIVAL)));
    return Optional.empty();
  }

  private Optional<TimeDefinition> time(SectionReader reader) {
    Optional<TimeFormat> format = formats.read(reader);
    Optional<FieldPath> field =
        reader
            .requiredText("field", FIELD_EXPECTED)
            .flatMap(scalar -> fields.read(scalar, use(format), types(format)));
    long ahead = reader.duration("ahead").orElse(TimeDefinition.DEFAULT_AHEAD);
    Long behind = boxed(reader.duration("behind"));
    return field.flatMap(at -> format.map(in -> new TimeDefinition.OfField(at, in, ahead, behind)));
  }

  private static String use(Optional<TimeFormat> format) {
    return format
        .filter(of -> of.patterns().isEmpty())
        .map(of -> "times in " + String.join(" or ", Unit.texts(of.units())))
        .orElse("times");
  }

  private static Collection<String> types(Optional<TimeFormat> format) {
    if (format.isEmpty()) {
      return Types.ALL;
    }
    Collection<String> types = new TreeSet<>();
    format.get().units().forEach(unit -> types.addAll(types(unit)));
    if (!format.get().patterns().isEmpty()) {
      types.addAll(TYPES_OF_PATTERNS);
    }
    return types;
  }

  private static List<String> types(Unit unit) {
    return switch (unit) {
      case MILLIS, SECONDS, MICROS, NANOS -> List.of("int", "double", "string", "dyn");
      case ISO8601 -> List.of("string", "dyn");
    };
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
