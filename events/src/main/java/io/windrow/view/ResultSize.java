package io.windrow.view;

import io.windrow.record.Decimals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a result takes as an item: of its names and values as DynamoDB counts them, and
 * never fewer (Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats").
 */
public final class ResultSize {
  /**
   * What id, group and values may take together: below the 400 KB of an item, its key and what
   * every result has included.
   */
  public static final int LIMIT = 400_000;

  private static final int NUMBER = 21;
  private static final int NESTED = 3;

  private ResultSize() {}

  /** The bytes of a result's id, group and values. */
  public static long of(Result result) {
    return bytes(result.id()) + of(result.group()) + of(result.values());
  }

  /** The bytes of a value of a result. */
  public static long of(@Nullable Object value) {
    if (value instanceof String text) {
      return bytes(text);
    }
    if (value instanceof BigDecimal number && !Decimals.isInRange(number)) {
      return number.toString().length();
    }
    if (value instanceof Number) {
      return NUMBER;
    }
    if (value instanceof List<?> list) {
      return NESTED + list.stream().mapToLong(part -> 1 + of(part)).sum();
    }
    if (value instanceof Map<?, ?> map) {
      return NESTED
          + map.entrySet().stream()
              .mapToLong(field -> 1 + bytes(field.getKey().toString()) + of(field.getValue()))
              .sum();
    }
    return 1;
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
