package io.windrow.enrichment;

import io.windrow.record.Event;
import java.util.List;

/** Adds fields from reference data to the events of a batch, one look-up a table. */
public interface Enrichment {

  /** The outcome for each event, in order. */
  List<Enriched> enrich(List<Event> events);

  /** The versions of the tables that were asked, as {@code table=version}. */
  List<String> versions();
}
