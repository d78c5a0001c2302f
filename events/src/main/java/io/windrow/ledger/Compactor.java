package io.windrow.ledger;

import io.windrow.ledger.Manifest.Part;
import io.windrow.view.Delta;
import io.windrow.view.View;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges the entries of a chain into runs, and runs into larger ones, as soon as they are whole,
 * and files the records that they keep.
 */
final class Compactor {
  private final Runs runs;
  private final RunParts parts;
  private final PayloadLimits limits;
  private final RunBounds bounds;
  private final RunContent content;
  private final Quarantine quarantine;
  private final List<View> views;

  Compactor(
      Ports ports, RunContent content, RunBounds bounds, PayloadLimits limits, List<View> views) {
    this.runs = ports.runs();
    this.parts = new RunParts(runs, limits);
    this.limits = limits;
    this.bounds = bounds;
    this.content = content;
    this.quarantine = ports.quarantine();
    this.views = List.copyOf(views);
  }

  /**
   * Makes every run that is whole by this head, and has not been made, until the deadline is near.
   *
   * @param token drawn for this call
   * @return how many records it filed
   */
  long compact(String shard, Entry head, String token, Deadline deadline) {
    if (!hasRuns(shard, 1, head)) {
      return 0;
    }
    Retired retired = runs.retired(shard);
    long filed = 0;
    for (int level = 1; level <= RunBounds.MAX_LEVEL && hasRuns(shard, level, head); level++) {
      for (RunId run = next(shard, level, retired); isWhole(run, head); run = run.next()) {
        if (deadline.isNear()) {
          return filed;
        }
        filed += make(run, token, Math.min(bounds.last(run), head.index()));
      }
    }
    return filed;
  }

  /**
   * The first that was never made. One that holds retired entries is left out: nobody reads them,
   * and what it would be made of may have vanished.
   */
  private RunId next(String shard, int level, Retired retired) {
    long made = runs.latest(shard, level).map(number -> number + 1).orElse(0L);
    long needed = bounds.firstFrom(level, retired.index());
    return new RunId(shard, level, Math.max(made, Math.max(needed, retired.runs(level))));
  }

  private boolean hasRuns(String shard, int level, Entry head) {
    return isWhole(new RunId(shard, level, 0), head);
  }

  /** An end commit closes the last run of the first level. */
  private boolean isWhole(RunId run, Entry head) {
    return bounds.last(run) <= head.index()
        || (head instanceof Entry.End && run.level() == 1 && bounds.first(run) <= head.index());
  }

  private long make(RunId run, String token, long lastIndex) {
    Deltas deltas = new Deltas(views);
    Filing filing = new Filing(quarantine, run);
    content.read(run, lastIndex, deltas, filing::add);
    long filed = filing.end();
    List<Part> made = new ArrayList<>();
    for (Delta delta : deltas.all()) {
      PartCut.cut(delta, limits.rows(), part -> made.add(parts.put(run, token, made, part)));
    }
    long closesAt = made.stream().mapToLong(Part::closesAt).max().orElse(Watermark.NONE);
    runs.putManifest(new Manifest(run, token, lastIndex, closesAt, made));
    return filed;
  }
}
