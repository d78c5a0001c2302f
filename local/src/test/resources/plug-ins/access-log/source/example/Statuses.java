package example;

import io.windrow.plugin.EnrichmentPlugIn;
import java.util.Map;
import java.util.Set;

/** What a status of HTTP means. */
public final class Statuses implements EnrichmentPlugIn {
  @Override
  public String name() {
    return "statuses";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Set<String> columns() {
    return Set.of("outcome");
  }

  @Override
  public Map<String, Object> row(Object key) {
    long status = (Long) key;
    if (status < 100 || status >= 600) {
      return null;
    }
    return Map.of("outcome", status < 400 ? "served" : "failed");
  }
}
