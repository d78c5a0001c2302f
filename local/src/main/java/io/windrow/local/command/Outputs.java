package io.windrow.local.command;

import io.windrow.ledger.Kept;
import io.windrow.ledger.KeptLine;
import io.windrow.local.run.StoredRun;
import io.windrow.view.Result;

/**
 * The files that a run leaves, opened before it so that one that can't be written is found at once.
 *
 * @param live whether results are written as they come, and not in order at the end
 */
record Outputs(OutputFile results, OutputFile totals, OutputFile rejects, boolean live)
    implements AutoCloseable {

  /** Opens the files that the options name. */
  static Outputs open(RunOptions options, boolean live) {
    return new Outputs(
        OutputFile.open(options.results),
        OutputFile.open(options.totals),
        OutputFile.open(options.rejects),
        live);
  }

  /** Takes a result as it comes. Who reads the file while the run goes on finds whole lines. */
  void announced(Result result) {
    if (live) {
      results.line(ResultLine.of(result));
      results.flush();
    }
  }

  /** Writes what a run has come to. */
  void write(Outcome outcome, StoredRun stored) {
    if (!live) {
      outcome.results().forEach(result -> results.line(ResultLine.of(result)));
      if (outcome.interrupted()) {
        results.line(ResultLine.INTERRUPTED);
      }
    }
    totals.line(TotalsLine.of(outcome));
    stored.kept(
        record -> {
          if (record.verdict() != Kept.Verdict.ACCEPTED) {
            rejects.line(KeptLine.of(record));
          }
        });
  }

  @Override
  public void close() {
    try (results;
        totals;
        rejects) {
      // each is closed, also when another one can't be
    }
  }
}
