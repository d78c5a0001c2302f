package io.windrow.definition;

import io.windrow.contract.EventTime.Unit;
import io.windrow.expression.Scope;
import io.windrow.record.FieldPath;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads {@code time}. */
final class TimeSection {
  private static final String FIELD_EXPECTED = "a field of the contract such as event_time";

  private final FieldReader fields;
  private final Problems problems;

  TimeSection(Scope contract, Problems problems) {
    this.fields = new FieldReader(contract, problems);
    this.problems = problems;
  }

  Optional<TimeDefinition> read(Node node) {
    return SectionReader.of(Section.TIME, node, problems).flatMap(this::time);
  }

  private Optional<TimeDefinition> time(SectionReader reader) {
    reader.required("unit", "unit: " + Words.oneOf(Units.texts()));
    Optional<Unit> unit = reader.word("unit", Units.texts()).flatMap(Units::of);
    Collection<String> types = unit.<Collection<String>>map(Units::types).orElse(Types.ALL);
    String use = unit.map(of -> "times in " + Units.text(of)).orElse("times");
    Optional<FieldPath> field =
        reader
            .requiredText("field", FIELD_EXPECTED)
            .flatMap(scalar -> fields.read(scalar, use, types));
    long ahead = reader.duration("ahead").orElse(TimeDefinition.DEFAULT_AHEAD);
    Long behind = boxed(reader.duration("behind"));
    return field.flatMap(at -> unit.map(in -> new TimeDefinition(at, in, ahead, behind)));
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
