package io.windrow.ledger;

import io.windrow.contract.Judgement;
import io.windrow.enrichment.Enriched;
import io.windrow.enrichment.Enrichment;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Judges the records of a batch one by one, then enriches the candidates all together. */
final class Judging {
  private final Function<StreamRecord, Judgement> validation;
  private final Enrichment enrichment;

  Judging(Function<StreamRecord, Judgement> validation, Enrichment enrichment) {
    this.validation = validation;
    this.enrichment = enrichment;
  }

  List<Judged> judge(List<StreamRecord> records) {
    List<Judgement> judgements = records.stream().map(validation).toList();
    List<Event> candidates = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (judgement instanceof Judgement.Candidate candidate) {
        candidates.add(candidate.event());
      }
    }
    Iterator<Enriched> enriched = enrichment.enrich(candidates).iterator();
    List<Judged> judged = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      judged.add(new Judged(records.get(i), withReference(judgements.get(i), enriched)));
    }
    return judged;
  }

  private static Judgement withReference(Judgement judgement, Iterator<Enriched> enriched) {
    if (!(judgement instanceof Judgement.Candidate)) {
      return judgement;
    }
    Enriched outcome = enriched.next();
    return outcome instanceof Enriched.Found found
        ? new Judgement.Candidate(found.event())
        : new Judgement.Rejected(((Enriched.Rejected) outcome).reason());
  }
}
