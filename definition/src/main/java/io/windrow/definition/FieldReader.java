package io.windrow.definition;

import io.windrow.definition.expression.Scope;
import io.windrow.expression.FieldType;
import io.windrow.expression.Nearest;
import io.windrow.record.FieldNotation;
import io.windrow.record.FieldPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the path of the field of event time, with or without {@code event.} before it. */
final class FieldReader {
  private static final String EVENT = "event";
  private static final String OR_ARRIVAL = ", or time: arrival, when Kinesis took the record";

  private final Scope scope;
  private final Problems problems;

  FieldReader(Scope scope, Problems problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /** The field, if there is one and it has one of the types. */
  Optional<FieldPath> read(Node.Scalar scalar, String use, Collection<String> types) {
    FieldPath path = pathOf(FieldPath.of(scalar.text()));
    FieldType type = scope.typeOf(path.names());
    if (type == null) {
      addUnknown(scalar.place(), path);
      return Optional.empty();
    }
    if (!types.contains(Types.name(type))) {
      problems.add(
          scalar.place(),
          "the field '" + path + "' of type " + Types.name(type) + " for " + use,
          "a field of " + Types.oneOf(types));
      return Optional.empty();
    }
    return Optional.of(path);
  }

  private void addUnknown(Place place, FieldPath path) {
    List<FieldPath> fields = FieldPaths.of(scope);
    String nearest = Nearest.to(path.toString(), fields.stream().map(FieldPath::toString).toList());
    problems.add(
        place,
        "unknown field '" + path + "'",
        Words.oneOf(fields.stream().map(FieldNotation::expression).toList()) + OR_ARRIVAL,
        fields.stream()
            .filter(field -> field.toString().equals(nearest))
            .map(FieldNotation::expression)
            .findFirst()
            .orElse(null));
  }

  /** Where the contract has an object {@code event}, what can be read as its field is. */
  private FieldPath pathOf(FieldPath path) {
    List<String> names = path.names();
    boolean isWithin =
        names.size() > 1 && names.get(0).equals(EVENT) && scope.typeOf(names) == null;
    return isWithin ? new FieldPath(names.subList(1, names.size())) : path;
  }
}
