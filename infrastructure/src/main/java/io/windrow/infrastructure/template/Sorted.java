package io.windrow.infrastructure.template;

import java.util.Map;
import java.util.TreeMap;

/**
 * Maps in the order of their keys. The order of {@link Map#of} changes from run to run, and
 * templates with it.
 */
public final class Sorted {
  private Sorted() {}

  public static <V> Map<String, V> map(String key, V value, String key2, V value2) {
    return new TreeMap<>(Map.of(key, value, key2, value2));
  }

  public static <V> Map<String, V> map(
      String key, V value, String key2, V value2, String key3, V value3) {
    return new TreeMap<>(Map.of(key, value, key2, value2, key3, value3));
  }
}
