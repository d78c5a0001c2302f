package io.windrow.definition;

import io.windrow.expression.FieldType;
import io.windrow.expression.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The dotted paths of all fields that a contract declares. */
final class FieldPaths {
  private FieldPaths() {}

  static List<String> of(Scope scope) {
    List<String> paths = new ArrayList<>();
    collect("", scope.fields(), paths);
    return paths;
  }

  private static void collect(String prefix, Map<String, FieldType> fields, List<String> into) {
    fields.forEach(
        (name, type) -> {
          into.add(prefix + name);
          if (type.withoutNull() instanceof FieldType.ObjectOf object) {
            collect(prefix + name + ".", object.fields(), into);
          }
        });
  }
}
