package io.windrow.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The name of what a value is, for messages. */
final class Kind {
  private Kind() {}

  static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof Long) {
      return "int";
    }
    if (value instanceof BigDecimal) {
      return "number";
    }
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof List) {
      return "list";
    }
    return value instanceof Map ? "object" : value.getClass().getSimpleName();
  }

  /** The error of a function that does not take such values. */
  static ExpressionException mismatch(String function, @Nullable Object... values) {
    StringBuilder found = new StringBuilder();
    for (Object value : values) {
      found.append(found.isEmpty() ? "" : " and ").append(of(value));
    }
    return new ExpressionException(function + " does not take " + found);
  }
}
