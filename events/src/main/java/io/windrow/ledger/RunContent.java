package io.windrow.ledger;

import io.windrow.ledger.Manifest.Part;
import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Row;
import io.windrow.view.Slot;
import io.windrow.view.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a run is to be made of: entries of its chain, or the runs of the level below. */
final class RunContent {
  private final Ledger ledger;
  private final Runs runs;
  private final Payloads payloads;
  private final RunParts parts;
  private final RunBounds bounds;
  private final List<View> views;

  RunContent(Ledger ledger, Runs runs, RunBounds bounds, List<View> views) {
    this.ledger = ledger;
    this.runs = runs;
    this.payloads = new Payloads(ledger, PayloadLimits.STANDARD);
    this.parts = new RunParts(runs, PayloadLimits.STANDARD);
    this.bounds = bounds;
    this.views = List.copyOf(views);
  }

  /** Hands out the open rows of a view, slot by slot, in order. */
  @FunctionalInterface
  interface Source {
    void read(View view, BiConsumer<Slot, Map<Group, Row>> slots);
  }

  /**
   * The open rows of a run.
   *
   * @param lastIndex of the last entry that the run holds
   */
  Source of(RunId run, long lastIndex, OpenRows open) {
    if (run.level() == 1) {
      Deltas merged = ofEntries(run, lastIndex, open);
      return (view, slots) -> merged.of(view).slots().forEach(slots);
    }
    List<Manifest> smaller = smaller(run, lastIndex);
    return (view, slots) -> merge(view, smaller, open, slots);
  }

  private Deltas ofEntries(RunId run, long lastIndex, OpenRows open) {
    Deltas merged = new Deltas(views);
    new EntryRange(ledger, run.shard())
        .read(
            bounds.first(run),
            lastIndex,
            entry ->
                payloads
                    .content(run.shard(), entry, views)
                    .deltas()
                    .forEach(delta -> merged.add(open.of(delta))));
    return merged;
  }

  /** The manifests of the level below. */
  private List<Manifest> smaller(RunId run, long lastIndex) {
    List<Manifest> smaller = new ArrayList<>();
    int below = run.level() - 1;
    long next = bounds.first(run);
    while (next <= lastIndex) {
      List<Manifest> manifests = runs.manifests(run.shard(), below, next / bounds.size(below));
      ChainReader.requireNoGap(
          run.shard(), next, manifests.isEmpty() ? -1 : bounds.first(manifests.get(0).run()));
      for (Manifest manifest : manifests) {
        if (manifest.lastIndex() <= lastIndex) {
          smaller.add(manifest);
        }
        next = manifest.lastIndex() + 1;
      }
    }
    return smaller;
  }

  /**
   * Merges part after part in the order of the panes that they begin with: what lies before the
   * next one is whole. So it holds no more at once than the panes that many runs share.
   */
  private void merge(
      View view, List<Manifest> smaller, OpenRows open, BiConsumer<Slot, Map<Group, Row>> slots) {
    Delta merged = new Delta(view);
    for (Located located : located(view, smaller, open)) {
      merged.takeBefore(located.part().firstPane(), slots);
      merged.combine(open.of(parts.read(located.manifest(), located.part(), view)));
    }
    merged.takeBefore(Long.MAX_VALUE, slots);
  }

  private static List<Located> located(View view, List<Manifest> smaller, OpenRows open) {
    List<Located> located = new ArrayList<>();
    for (Manifest manifest : smaller) {
      for (Part part : manifest.parts()) {
        if (view.is(part.view(), part.fingerprint()) && open.mayBeIn(part)) {
          located.add(new Located(manifest, part));
        }
      }
    }
    located.sort(Comparator.comparingLong(each -> each.part().firstPane()));
    return located;
  }

  /** A part, and the manifest that names it. */
  private record Located(Manifest manifest, Part part) {}
}
