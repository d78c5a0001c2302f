package io.windrow.simulation.oracle;

import io.windrow.enrichment.Enrichment;
import java.util.List;

/** Enrichment by tables that change: what a version of them held can be had again. */
public interface Versioned extends Enrichment {

  /**
   * Enrichment by the tables as they were.
   *
   * @param versions as a commit names them
   */
  Enrichment as(List<String> versions);
}
