package io.windrow.enrichment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table in memory that remembers what it was asked for. */
final class RecordingTable implements ReferenceData {
  final Map<Object, Map<String, @Nullable Object>> rows = new HashMap<>();
  final List<Set<Object>> asked = new ArrayList<>();

  RecordingTable with(Object key, String column, @Nullable Object value) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put(column, value);
    rows.put(key, row);
    return this;
  }

  @Override
  public Map<Object, Map<String, @Nullable Object>> rows(Set<Object> keys) {
    asked.add(Set.copyOf(keys));
    Map<Object, Map<String, @Nullable Object>> found = new HashMap<>(rows);
    found.keySet().retainAll(keys);
    return found;
  }

  @Override
  public String version() {
    return "7";
  }
}
