package io.windrow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A constant of an expression. */
record Literal(@Nullable Object value) implements Node {
  static final String TAG = "literal";

  @Override
  public Evaluable compile(Bindings bindings) {
    return frame -> value;
  }

  /** A decimal is written as text, so that it keeps every digit and is not taken for an int. */
  @Override
  public ArrayNode write() {
    ArrayNode json = Node.tagged(TAG);
    if (value instanceof BigDecimal decimal) {
      return json.add("number").add(decimal.toString());
    }
    json.add(Kind.of(value));
    if (value instanceof Boolean bool) {
      return json.add(bool);
    }
    return value instanceof Long whole ? json.add(whole) : json.add((String) value);
  }

  static Literal read(JsonNode json) {
    JsonNode value = json.get(2);
    return switch (json.get(1).asText()) {
      case "number" -> new Literal(new BigDecimal(value.asText()));
      case "int" -> new Literal(value.longValue());
      case "bool" -> new Literal(value.booleanValue());
      case "string" -> new Literal(value.asText());
      default -> new Literal(null);
    };
  }
}
