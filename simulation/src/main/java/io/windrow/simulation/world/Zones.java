package io.windrow.simulation.world;

import io.windrow.contract.Judgement;
import io.windrow.enrichment.EnrichmentStep;
import io.windrow.enrichment.Missing;
import io.windrow.enrichment.ReferenceData;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.record.Event;
import io.windrow.simulation.oracle.Versioned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enrichment by a table that says in which zone each key is. Each version of it has keys in other
 * zones, and lacks others.
 */
final class Zones implements Versioned {
  /** The field that it adds. */
  static final String ZONE = "zone";

  private static final String TABLE = "zones";
  private static final List<String> KEYS = List.of("a", "b", "c");

  private final Missing missing;
  private final TableEnrichment enrichment;

  Zones(Missing missing, int version) {
    this.missing = missing;
    this.enrichment =
        new TableEnrichment(
            List.of(
                new EnrichmentStep(
                    TABLE, new FieldValue("key"), List.of(ZONE), missing, new Rows(version))));
  }

  /** The table as another version of it has it. */
  Zones at(int version) {
    return new Zones(missing, version);
  }

  @Override
  public Zones as(List<String> versions) {
    return at(Integer.parseInt(versions.get(0).substring(TABLE.length() + 1)));
  }

  @Override
  public List<Judgement> enrich(List<Event> events) {
    return enrichment.enrich(events);
  }

  @Override
  public List<String> versions() {
    return enrichment.versions();
  }

  private record Rows(int number) implements ReferenceData {
    @Override
    public Map<Object, Map<String, @Nullable Object>> rows(Set<Object> keys) {
      Map<Object, Map<String, @Nullable Object>> rows = new HashMap<>();
      for (Object key : keys) {
        int at = KEYS.indexOf(key);
        if (at >= 0 && (at + number) % KEYS.size() > 0) {
          rows.put(key, Map.of(ZONE, "zone-" + (at + number) % KEYS.size()));
        }
      }
      return rows;
    }

    @Override
    public String version() {
      return Integer.toString(number);
    }
  }
}
