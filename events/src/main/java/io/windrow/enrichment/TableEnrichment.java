package io.windrow.enrichment;

import io.windrow.record.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enrichment by steps in order, each of which sees the fields that those before it took and asks
 * its table once for all keys of the batch.
 */
public final class TableEnrichment implements Enrichment {
  private final List<EnrichmentStep> steps;

  public TableEnrichment(List<EnrichmentStep> steps) {
    this.steps = List.copyOf(steps);
  }

  @Override
  public List<Enriched> enrich(List<Event> events) {
    List<Enriched> outcomes = new ArrayList<>(events.size());
    events.forEach(event -> outcomes.add(new Enriched.Found(event)));
    steps.forEach(step -> take(step, outcomes));
    return outcomes;
  }

  private static void take(EnrichmentStep step, List<Enriched> outcomes) {
    Set<Object> keys = keys(step, outcomes);
    Map<Object, Map<String, @Nullable Object>> rows =
        keys.isEmpty() ? Map.of() : step.data().rows(keys);
    outcomes.replaceAll(
        outcome ->
            outcome instanceof Enriched.Found found ? enrich(step, found.event(), rows) : outcome);
  }

  private static Set<Object> keys(EnrichmentStep step, List<Enriched> outcomes) {
    Set<Object> keys = new LinkedHashSet<>();
    for (Enriched outcome : outcomes) {
      Object key = outcome instanceof Enriched.Found found ? step.keyOf(found.event()) : null;
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static Enriched enrich(
      EnrichmentStep step, Event event, Map<Object, Map<String, @Nullable Object>> rows) {
    Object key = step.keyOf(event);
    return step.enrich(event, key == null ? null : rows.get(key));
  }

  @Override
  public List<String> versions() {
    return steps.stream()
        .map(step -> step.table() + "=" + step.data().version())
        .distinct()
        .toList();
  }
}
