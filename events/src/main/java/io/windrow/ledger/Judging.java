package io.windrow.ledger;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.enrichment.Enrichment;
import io.windrow.record.Event;
import io.windrow.record.Expansion;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Judges the events of some records one by one, then enriches the candidates all together. */
final class Judging {
  private final Function<StreamRecord, List<Judged>> validation;
  private final Enrichment enrichment;

  Judging(Function<StreamRecord, List<Judged>> validation, Enrichment enrichment) {
    this.validation = validation;
    this.enrichment = enrichment;
  }

  /** A call begins: what is recorded of reference data is what this call has used. */
  void begin() {
    enrichment.begin();
  }

  /**
   * What the first of some records hold.
   *
   * @param records how many they are
   * @param held how many bytes their events {@link #held hold}
   */
  record Portion(int records, List<Judged> events, long held) {}

  /**
   * Judges records, one at least, until their events hold much, asking for reference data within a
   * trial.
   *
   * @param most how many bytes of events are enough
   */
  Portion judge(List<StreamRecord> records, long most, Trial trial) {
    List<Judged> events = new ArrayList<>(records.size());
    int judged = 0;
    long held = 0;
    do {
      for (Judged event : validation.apply(records.get(judged++))) {
        events.add(event);
        held += held(event);
      }
    } while (judged < records.size() && held < most);
    enrich(events, trial);
    return new Portion(judged, events, held);
  }

  /**
   * What an event takes in memory that its batch did not: nothing, if its record is no other than
   * itself.
   */
  static int held(Judged event) {
    StreamRecord record = event.record();
    return record.position().place() == 0 ? 0 : Expansion.PART + record.data().length;
  }

  private void enrich(List<Judged> judged, Trial trial) {
    List<Event> candidates = new ArrayList<>(judged.size());
    for (Judged each : judged) {
      if (each.judgement() instanceof Judgement.Candidate candidate) {
        candidates.add(candidate.event());
      }
    }
    Iterator<Judgement> enriched = trial.ask(() -> enrichment.enrich(candidates)).iterator();
    judged.replaceAll(
        each ->
            each.judgement() instanceof Judgement.Candidate
                ? new Judged(each.record(), enriched.next())
                : each);
  }
}
