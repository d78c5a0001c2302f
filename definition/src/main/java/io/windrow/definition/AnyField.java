package io.windrow.definition;

import io.windrow.definition.expression.Scope;
import io.windrow.expression.FieldType;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scope in which expressions are checked when there is no sound contract: every name in the
 * definition may be a field of any type, so that only what is wrong in any case is found.
 */
final class AnyField {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private AnyField() {}

  static Scope scope(Node root) {
    Map<String, FieldType> fields = new HashMap<>();
    collect(root, fields);
    fields.remove("event");
    return Scope.of(new FieldType.ObjectOf(Map.of(), true)).with(fields);
  }

  private static void collect(Node node, Map<String, FieldType> fields) {
    if (node instanceof Node.Scalar scalar) {
      Matcher names = NAME.matcher(scalar.text());
      while (names.find()) {
        fields.put(names.group(), new FieldType.Any());
      }
    } else if (node instanceof Node.Listing listing) {
      listing.items().forEach(item -> collect(item, fields));
    } else if (node instanceof Node.Mapping mapping) {
      mapping.entries().forEach(entry -> collect(entry.value(), fields));
    }
  }
}
