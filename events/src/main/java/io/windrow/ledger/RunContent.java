package io.windrow.ledger;

import java.util.List;
import java.util.function.Consumer;

/** What a run is to be made of: entries of its chain, or the runs of the level below. */
final class RunContent {
  private final Ledger ledger;
  private final Runs runs;
  private final Payloads payloads;
  private final RunParts parts;
  private final RunBounds bounds;

  RunContent(Ledger ledger, Runs runs, RunBounds bounds) {
    this.ledger = ledger;
    this.runs = runs;
    this.payloads = new Payloads(ledger, PayloadLimits.STANDARD);
    this.parts = new RunParts(runs, PayloadLimits.STANDARD);
    this.bounds = bounds;
  }

  /**
   * Reads all of it.
   *
   * @param lastIndex of the last entry that the run holds
   * @param kept takes the records that the entries keep whole; a run of runs has none
   */
  void read(RunId run, long lastIndex, Deltas into, Consumer<Kept> kept) {
    if (run.level() == 1) {
      readEntries(run, lastIndex, into, kept);
      return;
    }
    int below = run.level() - 1;
    long next = bounds.first(run);
    while (next <= lastIndex) {
      List<Manifest> manifests = runs.manifests(run.shard(), below, next / bounds.size(below));
      ChainReader.requireNoGap(
          run.shard(), next, manifests.isEmpty() ? -1 : bounds.first(manifests.get(0).run()));
      for (Manifest manifest : manifests) {
        if (manifest.lastIndex() <= lastIndex) {
          manifest.parts().forEach(part -> parts.read(manifest, part, into));
        }
        next = manifest.lastIndex() + 1;
      }
    }
  }

  private void readEntries(RunId run, long lastIndex, Deltas into, Consumer<Kept> kept) {
    long next = bounds.first(run);
    while (next <= lastIndex) {
      List<Entry> entries = ledger.read(run.shard(), next);
      ChainReader.requireNoGap(run.shard(), next, entries.isEmpty() ? -1 : entries.get(0).index());
      for (Entry entry : entries) {
        ChainReader.requireNoGap(run.shard(), next, entry.index());
        if (next <= lastIndex) {
          payloads.read(run.shard(), entry, into, kept);
        }
        next++;
      }
    }
  }
}
