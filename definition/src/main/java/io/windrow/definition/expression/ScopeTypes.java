package io.windrow.definition.expression;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.windrow.expression.FieldType;
import io.windrow.expression.RecordVariable;
import io.windrow.record.FieldNotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The types of a scope in CEL's terms. An object is a structure type of its own, named after its
 * path in braces, which no expression can write.
 */
final class ScopeTypes {
  static final String EVENT = "event";

  private final Map<String, CelType> structures = new LinkedHashMap<>();
  private final Map<String, CelType> variables = new LinkedHashMap<>();

  ScopeTypes(Scope scope) {
    scope
        .fields()
        .forEach(
            (name, type) -> {
              // CEL takes a variable that is called a.b for what a.b means, whatever a holds.
              if (FieldNotation.isIdentifier(name)) {
                variables.put(name, celType(type, path(EVENT, name)));
              }
            });
    if (scope.hasRecord()) {
      variables.put(RecordVariable.NAME, structure(RecordVariable.TYPE, RecordVariable.NAME));
    }
    variables.put(EVENT, scope.unknown() ? SimpleType.DYN : structure(scope.event(), EVENT));
  }

  /** The types of the bare names. */
  Map<String, CelType> variables() {
    return variables;
  }

  /** The structure types that those consist of. */
  CelTypeProvider structures() {
    return new Structures(ImmutableMap.copyOf(structures));
  }

  private record Structures(ImmutableMap<String, CelType> byName) implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return byName.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
      return Optional.ofNullable(byName.get(name));
    }
  }

  private CelType celType(FieldType type, String path) {
    if (type instanceof FieldType.Bool) {
      return SimpleType.BOOL;
    }
    if (type instanceof FieldType.Int) {
      return SimpleType.INT;
    }
    if (type instanceof FieldType.Number) {
      return SimpleType.DOUBLE;
    }
    if (type instanceof FieldType.Text) {
      return SimpleType.STRING;
    }
    if (type instanceof FieldType.ListOf list) {
      return ListType.create(celType(list.element(), path + "[]"));
    }
    if (type instanceof FieldType.MapOf map) {
      return MapType.create(SimpleType.STRING, celType(map.value(), path + "[]"));
    }
    if (type instanceof FieldType.ObjectOf object && !object.unknown()) {
      return structure(object, path);
    }
    return type instanceof FieldType.OrNull nullable
        ? nullable(celType(nullable.type(), path))
        : SimpleType.DYN;
  }

  /** CEL has no type for a list or null. */
  private static CelType nullable(CelType type) {
    return switch (type.kind()) {
      case BOOL, INT, DOUBLE, STRING -> NullableType.create(type);
      case STRUCT -> type;
      default -> SimpleType.DYN;
    };
  }

  private CelType structure(FieldType.ObjectOf object, String path) {
    ImmutableMap.Builder<String, CelType> builder = ImmutableMap.builder();
    object.fields().forEach((name, type) -> builder.put(name, celType(type, path(path, name))));
    ImmutableMap<String, CelType> fields = builder.buildOrThrow();
    String name = structureName(path);
    CelType type =
        StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    structures.put(name, type);
    return type;
  }

  private static String structureName(String path) {
    return "{" + path + "}";
  }

  /** Whether a type is that of the variable {@code record}, and of no field of the name. */
  static boolean isRecord(CelType type) {
    return type.name().equals(structureName(RecordVariable.NAME));
  }

  private static String path(String parent, String name) {
    return parent + "." + name;
  }
}
