package io.windrow.ledger;

import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Row;
import io.windrow.view.Slot;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** The tumbling or hopping windows of one view that a closing closes. */
final class DuePanes implements DueWindows {
  /** Windows that share panes are looked for so many at a time. */
  private static final int WINDOWS = 16;

  private final Delta delta;
  private final PanePolicy policy;

  DuePanes(Delta delta, PanePolicy policy) {
    this.delta = delta;
    this.policy = policy;
  }

  @Override
  public View view() {
    return delta.view();
  }

  @Override
  public long horizon(long from) {
    long firstOpen = policy.firstOpen(from);
    Slot first = delta.slots().ceilingKey(new Slot(firstOpen, Long.MIN_VALUE));
    return first == null
        ? Watermark.END
        : policy.closesAt(
            policy.next(Math.max(firstOpen, policy.firstWindow(first.pane())), WINDOWS - 1));
  }

  @Override
  public List<DueWindow> next(long from, long to) {
    long first = policy.firstOpen(from);
    long last = policy.lastClosed(to);
    List<DueWindow> due = new ArrayList<>();
    if (first <= last) {
      groups(first, last)
          .forEach((start, groups) -> groups.forEach(group -> due.add(due(start, group))));
    }
    return due;
  }

  /** The groups of each window from one to another. */
  private Map<Long, Set<Group>> groups(long first, long last) {
    Map<Long, Set<Group>> windows = new HashMap<>();
    slots(first, last)
        .forEach(
            (slot, rows) -> {
              long end = Math.min(last, policy.lastWindow(slot.pane()));
              for (long window = Math.max(first, slot.firstOpen());
                  window <= end;
                  window = policy.next(window, 1)) {
                windows.computeIfAbsent(window, w -> new HashSet<>()).addAll(rows.keySet());
              }
            });
    return windows;
  }

  /** The slots of the panes that windows from one to another share. */
  private NavigableMap<Slot, Map<Group, Row>> slots(long first, long last) {
    return delta
        .slots()
        .subMap(
            new Slot(first, Long.MIN_VALUE),
            true,
            new Slot(policy.end(last), Long.MIN_VALUE),
            false);
  }

  private DueWindow due(long start, Group group) {
    return new DueWindow(
        start, policy.end(start), policy.closesAt(start), group, () -> rows(start, group));
  }

  /** Of many windows that share panes, each row is in many: they are looked up as each is due. */
  private List<Row> rows(long window, Group group) {
    List<Row> found = new ArrayList<>(1);
    slots(window, window)
        .forEach(
            (slot, rows) -> {
              Row row = slot.firstOpen() <= window ? rows.get(group) : null;
              if (row != null) {
                found.add(row);
              }
            });
    return found;
  }
}
