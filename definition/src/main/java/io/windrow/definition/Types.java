package io.windrow.definition;

import io.windrow.expression.FieldType;
import java.util.Collection;
import java.util.Set;

/** The types of expressions, by the names that CEL gives them. */
final class Types {
  static final Set<String> CONDITION = Set.of("bool");
  static final Set<String> SCALAR = Set.of("bool", "int", "uint", "double", "string", "dyn");

  /** Those that fields have. */
  static final Set<String> ALL = Set.of("bool", "int", "double", "string", "list", "map", "dyn");

  private Types() {}

  /** The types as a message lists them. */
  static String oneOf(Collection<String> types) {
    return "type " + String.join(" or ", types.stream().sorted().toList());
  }

  /** The type of a field that holds the value of an expression. */
  static FieldType field(String type) {
    return switch (type) {
      case "bool" -> new FieldType.Bool();
      case "int", "uint" -> new FieldType.Int();
      case "double" -> new FieldType.Number();
      case "string" -> new FieldType.Text();
      default -> new FieldType.Any();
    };
  }

  /** The name of the type of expressions that read such a field. */
  static String name(FieldType field) {
    FieldType type = field.withoutNull();
    if (type instanceof FieldType.Bool) {
      return "bool";
    }
    if (type instanceof FieldType.Int) {
      return "int";
    }
    if (type instanceof FieldType.Number) {
      return "double";
    }
    if (type instanceof FieldType.Text) {
      return "string";
    }
    if (type instanceof FieldType.ListOf) {
      return "list";
    }
    return type instanceof FieldType.ObjectOf || type instanceof FieldType.MapOf ? "map" : "dyn";
  }
}
