package io.windrow.enrichment;

import io.windrow.contract.Judgement;
import io.windrow.record.Event;
import java.util.List;

/** Adds fields from reference data to the events of a batch, one look-up a table. */
public interface Enrichment {

  /** A batch begins, whose events may come in several parts. */
  default void begin() {}

  /**
   * What each event is with reference data, in order: a candidate with what was taken, or rejected
   * because a key has no row and the definition says to quarantine, or has no answer.
   */
  List<Judgement> enrich(List<Event> events);

  /** The versions of the tables as the batch has used them so far, as {@code table=version}. */
  List<String> versions();
}
