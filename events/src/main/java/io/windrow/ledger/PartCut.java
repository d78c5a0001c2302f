package io.windrow.ledger;

import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Row;
import io.windrow.view.Slot;
import io.windrow.view.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Cuts the delta of a run into parts of so many rows, in order of pane and group: a closer reads
 * only those that are open, reading or making one needs little memory, and a manifest names few.
 */
final class PartCut {
  private final int most;
  private final Consumer<Delta> parts;
  private Delta part;
  private int rows;

  /**
   * A cut that hands out parts in order; the same rows always make the same parts.
   *
   * @param rows that a part has at most
   */
  PartCut(View view, int rows, Consumer<Delta> parts) {
    this.most = rows;
    this.parts = parts;
    this.part = new Delta(view);
  }

  /** Takes the rows of the next slot, in order. */
  void add(Slot slot, Map<Group, Row> all) {
    List<Group> groups = all.keySet().stream().sorted().toList();
    int from = 0;
    while (from < groups.size()) {
      int to = Math.min(groups.size(), from + most - rows);
      Map<Group, Row> some = new HashMap<>();
      groups.subList(from, to).forEach(group -> some.put(group, all.get(group)));
      part.put(slot, some);
      rows += to - from;
      from = to;
      if (rows == most) {
        handOut();
      }
    }
  }

  /** Hands out what is left. */
  void end() {
    handOut();
  }

  private void handOut() {
    if (!part.isEmpty()) {
      parts.accept(part);
    }
    part = new Delta(part.view());
    rows = 0;
  }
}
