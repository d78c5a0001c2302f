package io.windrow.definition;

import io.windrow.expression.FieldType;
import io.windrow.expression.Nearest;
import io.windrow.expression.Scope;
import io.windrow.record.FieldPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the path of a field, with or without a leading {@code event.}, and checks its type. */
final class FieldReader {
  private static final String EVENT = "event.";

  private final Scope scope;
  private final Problems problems;

  FieldReader(Scope scope, Problems problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /** The field, if there is one and it has one of the types. */
  Optional<FieldPath> read(Node.Scalar scalar, String use, Collection<String> types) {
    String text = pathOf(scalar.text());
    FieldPath path = FieldPath.of(text);
    FieldType type = scope.typeOf(path.names());
    if (type == null) {
      List<String> fields = FieldPaths.of(scope);
      problems.add(
          scalar.place(),
          "unknown field '" + text + "'",
          Words.oneOf(fields),
          Nearest.to(text, fields));
      return Optional.empty();
    }
    if (!types.contains(Types.name(type))) {
      problems.add(
          scalar.place(),
          "the field '" + text + "' of type " + Types.name(type) + " for " + use,
          "a field of " + Types.oneOf(types));
      return Optional.empty();
    }
    return Optional.of(path);
  }

  private String pathOf(String text) {
    boolean isEvent = text.startsWith(EVENT) && !scope.fields().containsKey("event");
    return isEvent ? text.substring(EVENT.length()) : text;
  }
}
