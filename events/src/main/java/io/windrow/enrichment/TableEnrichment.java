package io.windrow.enrichment;

import io.windrow.contract.Judgement;
import io.windrow.record.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Enrichment by steps in order, each of which sees the fields that those before it took and asks
 * its table once for the keys of all events.
 */
public final class TableEnrichment implements Enrichment {
  private final List<EnrichmentStep> steps;

  public TableEnrichment(List<EnrichmentStep> steps) {
    this.steps = List.copyOf(steps);
  }

  @Override
  public void begin() {
    steps.forEach(step -> step.data().begin());
  }

  @Override
  public List<Judgement> enrich(List<Event> events) {
    List<Judgement> outcomes = new ArrayList<>(events.size());
    events.forEach(event -> outcomes.add(new Judgement.Candidate(event)));
    steps.forEach(step -> take(step, outcomes));
    return outcomes;
  }

  private static void take(EnrichmentStep step, List<Judgement> outcomes) {
    List<@Nullable Object> keys = keys(step, outcomes);
    Set<Object> wanted = new HashSet<>(keys);
    wanted.remove(null);
    Answers answers = Answers.of(step.data(), wanted);
    for (int i = 0; i < keys.size(); i++) {
      if (outcomes.get(i) instanceof Judgement.Candidate candidate) {
        Object key = keys.get(i);
        outcomes.set(i, step.enrich(candidate.event(), key, answers));
      }
    }
  }

  private static List<@Nullable Object> keys(EnrichmentStep step, List<Judgement> outcomes) {
    List<@Nullable Object> keys = new ArrayList<>(outcomes.size());
    for (Judgement outcome : outcomes) {
      keys.add(
          outcome instanceof Judgement.Candidate candidate ? step.keyOf(candidate.event()) : null);
    }
    return keys;
  }

  @Override
  public List<String> versions() {
    return steps.stream()
        .map(step -> step.table() + "=" + step.data().version())
        .distinct()
        .toList();
  }
}
