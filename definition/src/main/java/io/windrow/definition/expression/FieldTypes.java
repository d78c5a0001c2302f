package io.windrow.definition.expression;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.expression.FieldType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The field types that a JSON Schema (2020-12) promises; what it leaves open is {@code Any}. */
public final class FieldTypes {
  private static final FieldType ANY = new FieldType.Any();
  private static final List<String> BRANCHES = List.of("anyOf", "oneOf");

  private final JsonNode document;
  private final Set<String> resolving = new HashSet<>();

  private FieldTypes(JsonNode document) {
    this.document = document;
  }

  /** The type of the values that the schema accepts. */
  public static FieldType ofSchema(JsonNode schema) {
    return new FieldTypes(schema).of(schema);
  }

  private FieldType of(JsonNode schema) {
    FieldType type = own(schema);
    if (schema.has("$ref")) {
      type = both(type, referred(schema.get("$ref").asText()));
    }
    for (JsonNode part : schema.path("allOf")) {
      type = both(type, of(part));
    }
    for (String branches : BRANCHES) {
      if (schema.has(branches)) {
        type = both(type, oneOf(schema.get(branches)));
      }
    }
    return type;
  }

  private FieldType own(JsonNode schema) {
    if (schema.has("const")) {
      return typeOf(schema.get("const"));
    }
    if (schema.has("enum")) {
      return either(elements(schema.get("enum")).stream().map(FieldTypes::typeOf).toList());
    }
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return either(elements(type).stream().map(name -> named(name.asText(), schema)).toList());
    }
    return named(type.asText(schema.has("properties") ? "object" : ""), schema);
  }

  private FieldType named(String type, JsonNode schema) {
    return switch (type) {
      case "boolean" -> new FieldType.Bool();
      case "integer" -> new FieldType.Int();
      case "number" -> new FieldType.Number();
      case "string" -> new FieldType.Text();
      case "null" -> new FieldType.OrNull(ANY);
      case "array" -> new FieldType.ListOf(of(schema.path("items")));
      case "object" -> object(schema);
      default -> ANY;
    };
  }

  private FieldType object(JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    boolean isMap = !schema.has("properties") && !closed(schema);
    if (schema.has("patternProperties")) {
      return isMap ? new FieldType.MapOf(ANY) : ANY;
    }
    if (others.isObject() && !others.isEmpty()) {
      return isMap ? new FieldType.MapOf(of(others)) : ANY;
    }
    Map<String, FieldType> fields = new LinkedHashMap<>();
    schema.path("properties").properties().forEach(p -> fields.put(p.getKey(), of(p.getValue())));
    return new FieldType.ObjectOf(fields, !closed(schema));
  }

  private static boolean closed(JsonNode schema) {
    return isFalse(schema.path("additionalProperties"))
        || isFalse(schema.path("unevaluatedProperties"));
  }

  private static boolean isFalse(JsonNode node) {
    return node.isBoolean() && !node.booleanValue();
  }

  /** A schema that refers to itself is unknown past the first turn. */
  private FieldType referred(String reference) {
    if (!reference.startsWith("#") || !resolving.add(reference)) {
      return ANY;
    }
    try {
      return of(document.at(JsonPointer.compile(reference.substring(1))));
    } catch (IllegalArgumentException anchor) {
      return ANY;
    } finally {
      resolving.remove(reference);
    }
  }

  private FieldType oneOf(JsonNode branches) {
    return either(elements(branches).stream().map(this::of).toList());
  }

  private static FieldType typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> new FieldType.Bool();
      case NUMBER -> value.isIntegralNumber() ? new FieldType.Int() : new FieldType.Number();
      case STRING -> new FieldType.Text();
      case NULL -> new FieldType.OrNull(ANY);
      default -> ANY;
    };
  }

  /** The type of a value that has one of the types. */
  private static FieldType either(List<FieldType> types) {
    boolean nullable = types.stream().anyMatch(FieldType.OrNull.class::isInstance);
    List<FieldType> kinds =
        types.stream()
            .filter(type -> !type.equals(new FieldType.OrNull(ANY)))
            .map(FieldType::withoutNull)
            .distinct()
            .toList();
    FieldType type =
        kinds.size() == 1 ? kinds.get(0) : numeric(kinds) ? new FieldType.Number() : ANY;
    return nullable && !type.equals(ANY) ? new FieldType.OrNull(type) : type;
  }

  private static boolean numeric(List<FieldType> kinds) {
    return !kinds.isEmpty()
        && kinds.stream()
            .allMatch(k -> k instanceof FieldType.Int || k instanceof FieldType.Number);
  }

  /** The type of a value that has both types. */
  private static FieldType both(FieldType one, FieldType other) {
    if (one.equals(ANY) || one.equals(other)) {
      return other;
    }
    if (other.equals(ANY)) {
      return one;
    }
    if (one instanceof FieldType.ObjectOf a && other instanceof FieldType.ObjectOf b) {
      Map<String, FieldType> fields = new LinkedHashMap<>(a.fields());
      b.fields().forEach((name, type) -> fields.merge(name, type, FieldTypes::both));
      return new FieldType.ObjectOf(fields, a.open() && b.open());
    }
    return narrower(one, other);
  }

  private static FieldType narrower(FieldType one, FieldType other) {
    if (one instanceof FieldType.OrNull && other instanceof FieldType.OrNull) {
      FieldType inner = both(one.withoutNull(), other.withoutNull());
      return inner.equals(ANY) ? ANY : new FieldType.OrNull(inner);
    }
    if (one instanceof FieldType.OrNull || other instanceof FieldType.OrNull) {
      return both(one.withoutNull(), other.withoutNull());
    }
    return numeric(List.of(one, other)) ? new FieldType.Int() : ANY;
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
