package io.windrow.ledger;

import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Row;
import io.windrow.view.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Cuts the delta of a run into parts of so many rows, in order of pane and group: a closer reads
 * only those that are open, whoever reads or makes one needs little memory, and a manifest names
 * few.
 */
final class PartCut {
  static final int ROWS = 10_000;

  private final Consumer<Delta> parts;
  private Delta part;
  private int rows;

  private PartCut(Delta delta, Consumer<Delta> parts) {
    this.parts = parts;
    this.part = new Delta(delta.view());
  }

  /** Hands out the parts of a delta in order; each is the same whoever cuts. */
  static void cut(Delta delta, Consumer<Delta> parts) {
    PartCut cut = new PartCut(delta, parts);
    delta.slots().forEach(cut::add);
    cut.handOut();
  }

  private void add(Slot slot, Map<Group, Row> all) {
    List<Group> groups = all.keySet().stream().sorted().toList();
    int from = 0;
    while (from < groups.size()) {
      int to = Math.min(groups.size(), from + ROWS - rows);
      Map<Group, Row> some = new HashMap<>();
      groups.subList(from, to).forEach(group -> some.put(group, all.get(group)));
      part.put(slot, some);
      rows += to - from;
      from = to;
      if (rows == ROWS) {
        handOut();
      }
    }
  }

  private void handOut() {
    if (!part.isEmpty()) {
      parts.accept(part);
    }
    part = new Delta(part.view());
    rows = 0;
  }
}
