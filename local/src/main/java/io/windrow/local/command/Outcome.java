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
 * @param interrupted whether it was ended before its time, so that windows have no result
 */
record Outcome(Counts counts, long redelivered, List<Result> results, boolean interrupted) {
  Outcome {
    results = List.copyOf(results);
  }

  static Outcome of(EmbeddedPipeline pipeline, boolean interrupted) {
    StoredRun stored = pipeline.stored();
    return new Outcome(
        stored.counts().values().stream().reduce(Counts.NONE, Counts::plus),
        pipeline.redelivered(),
        ResultLine.sorted(stored.results()),
        interrupted);
  }
}
