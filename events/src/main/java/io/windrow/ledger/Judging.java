package io.windrow.ledger;

import io.windrow.contract.Judgement;
import io.windrow.enrichment.Enrichment;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Judges some records one by one, then enriches the candidates all together. */
final class Judging {
  private final Function<StreamRecord, Judgement> validation;
  private final Enrichment enrichment;

  Judging(Function<StreamRecord, Judgement> validation, Enrichment enrichment) {
    this.validation = validation;
    this.enrichment = enrichment;
  }

  /** A call begins: what is recorded of reference data is what this call has used. */
  void begin() {
    enrichment.begin();
  }

  /** Judges them, asking for reference data within a trial. */
  List<Judged> judge(List<StreamRecord> records, Trial trial) {
    List<Judgement> judgements = records.stream().map(validation).toList();
    List<Event> candidates = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (judgement instanceof Judgement.Candidate candidate) {
        candidates.add(candidate.event());
      }
    }
    Iterator<Judgement> enriched = trial.ask(() -> enrichment.enrich(candidates)).iterator();
    List<Judged> judged = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      Judgement judgement = judgements.get(i);
      judged.add(
          new Judged(
              records.get(i),
              judgement instanceof Judgement.Candidate ? enriched.next() : judgement));
    }
    return judged;
  }
}
