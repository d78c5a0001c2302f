package io.windrow.simulation.world;

import io.windrow.contract.Judgement;
import io.windrow.enrichment.Enrichment;
import io.windrow.record.Event;
import java.util.List;

/** Tables reached over a network that fails. */
record FaultyEnrichment(Enrichment real, Effects effects) implements Enrichment {
  @Override
  public void begin() {
    real.begin();
  }

  @Override
  public List<Judgement> enrich(List<Event> events) {
    return events.isEmpty()
        ? List.of()
        : effects.read("tables", "look up", events.size() + " events", () -> real.enrich(events));
  }

  @Override
  public List<String> versions() {
    return real.versions();
  }
}
