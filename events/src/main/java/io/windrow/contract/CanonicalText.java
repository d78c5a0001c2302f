package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values as texts that are equal if and only if the values are. Values that producers choose for
 * their hashes to collide would make a set of the values themselves quadratic; of texts, which have
 * an order, a set takes n log n at worst.
 */
final class CanonicalText {
  private final StringBuilder text = new StringBuilder();

  private CanonicalText() {}

  /** The text of a value that {@link EventNodes} made. */
  static String of(JsonNode value) {
    CanonicalText text = new CanonicalText();
    text.add(value);
    return text.text.toString();
  }

  private void add(JsonNode value) {
    switch (value.getNodeType()) {
      case STRING -> add(value.textValue());
      case NUMBER -> text.append('n').append(value.decimalValue().stripTrailingZeros()).append(';');
      case ARRAY -> {
        text.append('[');
        value.forEach(this::add);
        text.append(']');
      }
      case OBJECT -> {
        text.append('{');
        Map<String, JsonNode> sorted = new TreeMap<>();
        value.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        sorted.forEach(
            (name, inner) -> {
              add(name);
              add(inner);
            });
        text.append('}');
      }
      default -> text.append(value.asText().charAt(0)); // true, false, null
    }
  }

  private void add(String string) {
    text.append('s').append(string.length()).append(':').append(string);
  }
}
