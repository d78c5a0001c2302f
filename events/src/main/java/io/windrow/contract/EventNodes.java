package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of an event as the tree that the schema library judges, and a schema whose own values
 * are like them: in objects and lists the library takes 1 and 1 for different if one is an int and
 * the other a long.
 */
final class EventNodes {
  private EventNodes() {}

  /**
   * A schema in which each number that an event can hold is written as an event's is, and cheap
   * keywords stand before dear ones, since the library asks them in the order of the schema.
   */
  static JsonNode ofSchema(JsonNode schema) {
    return cheapestFirst(likeEvents(schema));
  }

  private static JsonNode cheapestFirst(JsonNode schema) {
    Vocabulary.inside(new Vocabulary.Place(schema, ""))
        .forEach(inner -> cheapestFirst(inner.schema()));
    if (schema instanceof ObjectNode object) {
      for (String keyword : Vocabulary.names()) {
        JsonNode argument = object.remove(keyword);
        if (argument != null) {
          object.set(keyword, argument);
        }
      }
    }
    return schema;
  }

  private static JsonNode likeEvents(JsonNode schema) {
    if (schema.isNumber()) {
      BigDecimal number = schema.decimalValue();
      return Decimals.isInRange(number) ? numberOf(number) : schema;
    } else if (schema.isObject()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      schema.properties().forEach(field -> node.set(field.getKey(), likeEvents(field.getValue())));
      return node;
    } else if (schema.isArray()) {
      ArrayNode node = JsonNodeFactory.instance.arrayNode(schema.size());
      schema.forEach(element -> node.add(likeEvents(element)));
      return node;
    }
    return schema;
  }

  static JsonNode of(@Nullable Object value) {
    if (value == null) {
      return NullNode.instance;
    } else if (value instanceof String text) {
      return TextNode.valueOf(text);
    } else if (value instanceof Number number) {
      return numberOf(number);
    } else if (value instanceof Boolean flag) {
      return BooleanNode.valueOf(flag);
    } else if (value instanceof Map<?, ?> object) {
      return objectOf(object);
    } else if (value instanceof List<?> array) {
      return arrayOf(array);
    }
    throw new IllegalArgumentException("not a value of an event: " + value.getClass().getName());
  }

  /**
   * An integer is told as one, however it is written: the library cuts a decimal to 64 bits before
   * it compares it with the bounds of a {@code type: integer}.
   */
  private static JsonNode numberOf(Number number) {
    if (!(Scalars.canonical(number) instanceof BigDecimal decimal)) {
      return LongNode.valueOf(number.longValue());
    }
    return decimal.scale() <= 0
        ? BigIntegerNode.valueOf(decimal.toBigIntegerExact())
        : DecimalNode.valueOf(decimal);
  }

  private static ObjectNode objectOf(Map<?, ?> object) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    object.forEach((name, value) -> node.set((String) name, of(value)));
    return node;
  }

  private static ArrayNode arrayOf(List<?> array) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode(array.size());
    array.forEach(element -> node.add(of(element)));
    return node;
  }
}
