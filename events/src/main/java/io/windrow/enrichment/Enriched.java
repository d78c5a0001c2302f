package io.windrow.enrichment;

import io.windrow.contract.Reason;
import io.windrow.record.Event;

/** What enrichment makes of an event. */
public sealed interface Enriched {
  /** The event with what was taken. */
  record Found(Event event) implements Enriched {}

  /** A key has no row, and the definition says to quarantine; or it has no answer. */
  record Rejected(Reason reason) implements Enriched {}
}
