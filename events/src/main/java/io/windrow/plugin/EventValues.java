package io.windrow.plugin;

import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The border from own code to events: null, booleans, strings, Java's numbers, and lists and maps
 * of those become what an {@link io.windrow.record.Event} holds.
 */
public final class EventValues {
  private EventValues() {}

  /**
   * The value in an event's types.
   *
   * @throws IllegalArgumentException when an event can't hold it
   */
  public static @Nullable Object of(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Long) {
      return value;
    }
    if (value instanceof String text) {
      return whole(text);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(part -> copy.add(of(part)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      return fields(map);
    }
    throw new IllegalArgumentException("an event holds no " + value.getClass().getName());
  }

  /** The fields of an object, in a map that is the caller's to change. */
  public static Map<String, @Nullable Object> fields(Map<?, ? extends @Nullable Object> map) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (!(name instanceof String text)) {
            throw new IllegalArgumentException("the names of fields are strings");
          }
          fields.put(whole(text), of(value));
        });
    return fields;
  }

  private static Object number(Number number) {
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      return number.longValue();
    }
    if (number instanceof Double || number instanceof Float) {
      // throws for what is not a number; a float's own digits, not those of the nearest double
      return inRange(new BigDecimal(number.toString()));
    }
    if (number instanceof BigInteger integer) {
      return inRange(new BigDecimal(integer));
    }
    if (number instanceof BigDecimal decimal) {
      return inRange(decimal);
    }
    throw new IllegalArgumentException("an event holds no " + number.getClass().getName());
  }

  private static BigDecimal inRange(BigDecimal number) {
    if (Decimals.isInRange(number)) {
      return number;
    }
    throw new IllegalArgumentException("an event holds no number past 38 digits");
  }

  /** The text, unless it has half a surrogate pair, which UTF-8 can't write. */
  private static String whole(String text) {
    if (Scalars.hasLoneSurrogate(text)) {
      throw new IllegalArgumentException("an event holds no half of a surrogate pair");
    }
    return text;
  }
}
