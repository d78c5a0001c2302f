package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an event as the tree that the schema library judges. */
final class EventNodes {
  private EventNodes() {}

  static JsonNode of(@Nullable Object value) {
    if (value == null) {
      return NullNode.instance;
    } else if (value instanceof String text) {
      return TextNode.valueOf(text);
    } else if (value instanceof Long number) {
      return LongNode.valueOf(number);
    } else if (value instanceof BigDecimal number) {
      return DecimalNode.valueOf(number);
    } else if (value instanceof Boolean flag) {
      return BooleanNode.valueOf(flag);
    } else if (value instanceof Map<?, ?> object) {
      return objectOf(object);
    } else if (value instanceof List<?> array) {
      return arrayOf(array);
    }
    throw new IllegalArgumentException("not a value of an event: " + value.getClass().getName());
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
