package io.windrow.local.command;

import io.windrow.ledger.Counts;
import io.windrow.local.run.EmbeddedPipeline;
import io.windrow.local.run.StoredRun;
import io.windrow.view.Result;
import java.util.List;

/**
 * What has come of a run, read from its ledgers and its results table.
 *
 * @param results in the order of a file
 */
record Outcome(Counts counts, long redelivered, List<Result> results) {
  Outcome {
    results = List.copyOf(results);
  }

  static Outcome of(EmbeddedPipeline pipeline) {
    StoredRun stored = pipeline.stored();
    return new Outcome(
        stored.counts().values().stream().reduce(Counts.NONE, Counts::plus),
        pipeline.redelivered(),
        ResultLine.sorted(stored.results()));
  }
}
