package io.windrow.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of what a value is, for messages. */
public final class Kind {
  private static final int SHOWN = 40;

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
    if (value instanceof Instant) {
      return "timestamp";
    }
    if (value instanceof Duration) {
      return "duration";
    }
    return value instanceof Bytes ? "bytes" : "object";
  }

  /** A text as a message shows it, between quotes and cut where it gets long. */
  static String shown(String text) {
    return text.length() <= SHOWN ? "'" + text + "'" : "'" + text.substring(0, SHOWN) + "...'";
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
