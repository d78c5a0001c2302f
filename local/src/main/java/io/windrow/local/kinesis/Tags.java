package io.windrow.local.kinesis;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tags of a stream, at most 50, in the order of their keys. */
final class Tags {
  private static final int MOST = 50;

  private final NavigableMap<String, String> values = new TreeMap<>();

  synchronized void add(Map<String, String> more) {
    NavigableMap<String, String> all = new TreeMap<>(values);
    all.putAll(more);
    if (all.size() > MOST) {
      throw KinesisError.invalidArgument(
          "A stream has at most " + MOST + " tags, this would make it " + all.size() + ".");
    }
    values.putAll(more);
  }

  synchronized void remove(Collection<String> keys) {
    values.keySet().removeAll(keys);
  }

  /** The tags whose keys come after one. */
  synchronized NavigableMap<String, String> after(String key) {
    return new TreeMap<>(values.tailMap(key, false));
  }
}
