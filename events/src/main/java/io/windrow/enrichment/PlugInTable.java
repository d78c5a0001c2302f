package io.windrow.enrichment;

import io.windrow.plugin.EnrichmentPlugIn;
import io.windrow.plugin.EventValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of a plug-in; its version is the plug-in's. */
public record PlugInTable(EnrichmentPlugIn plugIn) implements ReferenceData {

  @Override
  public Map<Object, Map<String, @Nullable Object>> rows(Set<Object> keys) {
    Map<Object, Map<String, @Nullable Object>> rows = new HashMap<>();
    for (Object key : keys) {
      Map<String, @Nullable Object> row = row(key);
      if (row != null) {
        rows.put(key, row);
      }
    }
    return rows;
  }

  private @Nullable Map<String, @Nullable Object> row(Object key) {
    try {
      Map<String, ? extends @Nullable Object> row = plugIn.row(key);
      return row == null ? null : EventValues.fields(row);
    } catch (Exception | StackOverflowError | LinkageError e) {
      throw new NoAnswerException(e);
    }
  }

  @Override
  public String version() {
    return plugIn.version();
  }
}
