package io.windrow.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.windrow.plan.TimeDefinition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Events such as a contract describes. They are made of the keywords that say most, and whether
 * they meet the contract is for others to judge.
 */
final class ExampleEvents {
  /** Deeper, an event has no more properties than it must: a schema may refer to itself. */
  private static final int DEEP = 8;

  private final JsonNode root;

  /** Whether properties are made that are not required. */
  private final boolean whole;

  private ExampleEvents(JsonNode root, boolean whole) {
    this.root = root;
    this.whole = whole;
  }

  /**
   * The contract's examples; without any, an event of all the properties that it names, and one of
   * those that it requires.
   *
   * @param now when they happen, in whole seconds as milliseconds since the epoch
   */
  static List<JsonNode> of(JsonNode contract, TimeDefinition time, long now) {
    List<JsonNode> examples = new ArrayList<>();
    contract.path("examples").forEach(examples::add);
    if (examples.isEmpty()) {
      for (boolean whole : new boolean[] {true, false}) {
        JsonNode event = new ExampleEvents(contract, whole).value(contract, 0);
        examples.add(event instanceof ObjectNode object ? at(object, time, now) : event);
      }
    }
    return examples;
  }

  private static ObjectNode at(ObjectNode event, TimeDefinition time, long now) {
    if (!(time instanceof TimeDefinition.OfField said)) {
      return event;
    }
    List<String> names = said.field().names();
    ObjectNode parent = event;
    for (String name : names.subList(0, names.size() - 1)) {
      parent = parent.get(name) instanceof ObjectNode inside ? inside : parent.putObject(name);
    }
    String last = names.get(names.size() - 1);
    Object written = said.format().write(Instant.ofEpochMilli(now));
    if (written instanceof Long number && !(parent.get(last) instanceof TextNode)) {
      parent.put(last, number);
    } else {
      parent.put(last, written.toString());
    }
    return event;
  }

  private JsonNode value(JsonNode schema, int depth) {
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.path("enum").has(0)) {
      return schema.get("enum").get(0);
    }
    if (schema.path("examples").has(0)) {
      return schema.get("examples").get(0);
    }
    if (schema.has("$ref") && depth < DEEP) {
      return value(root.at(schema.get("$ref").asText().substring(1)), depth + 1);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> DecimalNode.valueOf(number(schema).setScale(0, RoundingMode.CEILING));
      case "number" -> DecimalNode.valueOf(number(schema));
      case "boolean" -> BooleanNode.TRUE;
      case "null" -> NullNode.instance;
      default -> TextNode.valueOf("x".repeat(Math.max(1, schema.path("minLength").asInt())));
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    String first = type.isArray() ? type.path(0).asText() : type.asText();
    return first.isEmpty() && schema.has("properties") ? "object" : first;
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    JsonNode properties = schema.path("properties");
    if (whole && depth < DEEP) {
      properties
          .properties()
          .forEach(
              property -> object.set(property.getKey(), value(property.getValue(), depth + 1)));
    }
    schema
        .path("required")
        .forEach(
            name -> {
              if (!object.has(name.asText()) && depth < 2 * DEEP) {
                object.set(name.asText(), value(properties.path(name.asText()), depth + 1));
              }
            });
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    int items = Math.max(depth < DEEP ? 1 : 0, schema.path("minItems").asInt());
    for (int i = 0; i < Math.min(items, 100); i++) {
      array.add(value(schema.path("items"), depth + 1));
    }
    return array;
  }

  /** One, or what is nearest to it within the bounds. */
  private static BigDecimal number(JsonNode schema) {
    BigDecimal number = BigDecimal.ONE;
    if (schema.has("minimum")) {
      number = number.max(schema.get("minimum").decimalValue());
    }
    if (schema.has("exclusiveMinimum")) {
      number = number.max(schema.get("exclusiveMinimum").decimalValue().add(BigDecimal.ONE));
    }
    if (schema.has("maximum")) {
      number = number.min(schema.get("maximum").decimalValue());
    }
    return number;
  }
}
