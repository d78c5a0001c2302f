package io.windrow.definition;

import io.windrow.definition.TimeDefinition.Unit;
import io.windrow.expression.FieldType;
import io.windrow.expression.Nearest;
import io.windrow.expression.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads {@code time}. */
final class TimeSection {
  private static final String FIELD_EXPECTED = "a field of the contract such as event_time";

  private final Scope contract;
  private final Problems problems;

  TimeSection(Scope contract, Problems problems) {
    this.contract = contract;
    this.problems = problems;
  }

  Optional<TimeDefinition> read(Node node) {
    return SectionReader.of(Section.TIME, node, problems).flatMap(this::time);
  }

  private Optional<TimeDefinition> time(SectionReader reader) {
    reader.required("unit", "unit: " + Words.oneOf(Unit.texts()));
    Optional<Unit> unit = reader.word("unit", Unit.texts()).flatMap(Unit::of);
    Optional<Node.Scalar> field = reader.requiredText("field", FIELD_EXPECTED);
    Optional<FieldType> type = field.flatMap(this::typeOf);
    if (unit.isPresent() && type.isPresent() && field.isPresent()) {
      checkFit(field.get(), unit.get(), type.get());
    }
    OptionalLong ahead = reader.duration("ahead");
    OptionalLong behind = reader.duration("behind");
    return field.flatMap(
        of ->
            unit.map(
                in ->
                    new TimeDefinition(
                        of.text(), in, ahead.orElse(TimeDefinition.DEFAULT_AHEAD), boxed(behind))));
  }

  private static @Nullable Long boxed(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private Optional<FieldType> typeOf(Node.Scalar field) {
    List<String> path = Arrays.asList(field.text().split("\\.", -1));
    FieldType type = contract.typeOf(path);
    if (type == null) {
      problems.add(
          field.place(),
          "unknown field " + field.describe(),
          FIELD_EXPECTED,
          Nearest.to(field.text(), FieldPaths.of(contract)));
    }
    return Optional.ofNullable(type);
  }

  private void checkFit(Node.Scalar field, Unit unit, FieldType type) {
    if (!unit.types().contains(Types.name(type))) {
      problems.add(
          field.place(),
          "the field "
              + field.describe()
              + " of type "
              + Types.name(type)
              + " for times in "
              + unit.text(),
          "a field of " + Types.oneOf(unit.types()));
    }
  }
}
