package io.windrow.ledger;

import io.windrow.view.Delta;
import java.util.Map;
import java.util.TreeMap;

/** Cuts the delta of a run by fixed ranges of panes, so that a closer reads only what is open. */
final class PaneRanges {
  private static final int PANES = 64;

  private PaneRanges() {}

  /** The deltas by the first pane of their range. */
  static Map<Long, Delta> split(Delta delta) {
    long width = PANES * delta.view().window().paneSize();
    Map<Long, Delta> ranges = new TreeMap<>();
    delta
        .slots()
        .forEach(
            (slot, rows) ->
                ranges
                    .computeIfAbsent(
                        Math.floorDiv(slot.pane(), width) * width, r -> new Delta(delta.view()))
                    .put(slot, rows));
    return ranges;
  }
}
