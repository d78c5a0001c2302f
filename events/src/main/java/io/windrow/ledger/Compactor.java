package io.windrow.ledger;

import io.windrow.ledger.Manifest.Part;
import io.windrow.view.Delta;
import io.windrow.view.View;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Merges the entries of a chain into runs, and runs into larger ones, as soon as they are whole. A
 * run holds what windows need that were open when it was made: so it is small beside a view of long
 * windows, however much the short ones have held.
 *
 * <p>Two may make one run, and the second may leave more out. Each puts its own parts, and the
 * manifest names those of one of them. A closer that {@code closed} has overtaken may miss what was
 * left out, and so writes nothing.
 */
final class Compactor {
  private final Runs runs;
  private final RunParts parts;
  private final PayloadLimits limits;
  private final RunBounds bounds;
  private final RunContent content;
  private final OpenPanes panes;
  private final List<View> views;

  /**
   * A compactor.
   *
   * @param panes what a closer has found open
   */
  Compactor(
      Ports ports, OpenPanes panes, RunBounds bounds, PayloadLimits limits, List<View> views) {
    this.runs = ports.runs();
    this.parts = new RunParts(runs, limits);
    this.limits = limits;
    this.bounds = bounds;
    this.content = new RunContent(ports.ledger(), runs, bounds, views);
    this.panes = panes;
    this.views = List.copyOf(views);
  }

  /**
   * Makes every run that is whole by this head, and has not been made, until the deadline is near.
   *
   * @param token drawn for this call
   */
  void compact(String shard, Entry head, String token, Retirement.Terms terms) {
    if (!hasRuns(shard, 1, head)) {
      return;
    }
    Retired retired = runs.retired(shard);
    for (int level = 1; level <= RunBounds.MAX_LEVEL && hasRuns(shard, level, head); level++) {
      for (RunId run = next(shard, level, retired); isWhole(run, head); run = run.next()) {
        if (terms.deadline().isNear()) {
          return;
        }
        long lastIndex = Math.min(bounds.last(run), head.index());
        make(run, token, lastIndex, panes.of(shard, lastIndex, terms.closed()));
      }
    }
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

  private void make(RunId run, String token, long lastIndex, OpenRows open) {
    List<Part> made = new ArrayList<>();
    Consumer<Delta> taker = part -> made.add(parts.put(run, token, made, part));
    RunContent.Source source = content.of(run, lastIndex, open);
    for (View view : views) {
      PartCut cut = new PartCut(view, limits.rows(), taker);
      source.read(view, cut::add);
      cut.end();
    }
    long closesAt = made.stream().mapToLong(Part::closesAt).max().orElse(Watermark.NONE);
    runs.putManifest(new Manifest(run, token, lastIndex, closesAt, made));
  }
}
