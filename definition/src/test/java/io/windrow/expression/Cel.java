package io.windrow.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.definition.expression.ExpressionSyntaxException;
import io.windrow.definition.expression.Expressions;
import io.windrow.definition.expression.Scope;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expressions over the sales of a shop, for tests. */
public final class Cel {
  public static final String CONTRACT =
      """
      { "type": "object", "additionalProperties": false,
        "properties": {
          "price": { "type": "number" }, "quantity": { "type": "integer" },
          "country": { "type": "string" }, "type": { "type": "string" },
          "paid": { "type": "boolean" }, "discount": { "type": ["number", "null"] },
          "loop": { "type": "integer" }, "content-type": { "type": "string" },
          "tags": { "type": "array", "items": { "type": "string" } },
          "shop": { "type": "object", "properties": {
              "city": { "type": "string" },
              "place": { "type": "object", "properties": { "lat": { "type": "number" } } } } },
          "lines": { "type": "array", "items": { "type": "object", "properties": {
              "cost": { "type": "number" }, "count": { "type": "integer" } } } },
          "more": {} } }
      """;

  public static final Scope SALES = Scope.ofSchema(json(CONTRACT));

  private static final Expressions EXPRESSIONS = new Expressions();

  private Cel() {}

  public static Expression compile(String text) {
    try {
      return EXPRESSIONS.compile(text, SALES);
    } catch (ExpressionSyntaxException e) {
      throw new AssertionError(text + "\n" + e.getMessage(), e);
    }
  }

  public static @Nullable Object evaluate(
      String text, Map<String, ? extends @Nullable Object> event) {
    return compile(text).evaluate(event);
  }

  public static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  public static BigDecimal decimal(String digits) {
    return new BigDecimal(digits);
  }
}
