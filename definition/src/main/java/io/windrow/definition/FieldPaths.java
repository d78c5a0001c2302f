package io.windrow.definition;

import io.windrow.definition.expression.Scope;
import io.windrow.expression.FieldType;
import io.windrow.record.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** The paths of all fields that a contract declares. */
final class FieldPaths {
  private FieldPaths() {}

  static List<FieldPath> of(Scope scope) {
    List<FieldPath> paths = new ArrayList<>();
    scope.fields().forEach((name, type) -> collect(new FieldPath(List.of(name)), type, paths));
    return paths;
  }

  private static void collect(FieldPath path, FieldType type, List<FieldPath> into) {
    into.add(path);
    if (type.withoutNull() instanceof FieldType.ObjectOf object) {
      object.fields().forEach((name, inner) -> collect(path.to(name), inner, into));
    }
  }
}
