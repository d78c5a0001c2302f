package io.windrow.ledger;

import io.windrow.view.Delta;
import io.windrow.view.Group;
import io.windrow.view.Row;
import io.windrow.view.Session;
import io.windrow.view.Slot;
import io.windrow.view.Streak;
import io.windrow.view.Streaks;
import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the windows that close past one watermark, {@code from}, and no later than at another. */
final class DueWindows {
  /** Windows that share panes are looked for so many at a time. */
  private static final int WINDOWS = 16;

  private final long from;
  private final long to;

  DueWindows(long from, long to) {
    this.from = from;
    this.to = to;
  }

  /** A later watermark by which not too many windows of a delta close. */
  static long horizon(Delta delta, long from) {
    if (!(delta.view().window() instanceof PanePolicy policy)) {
      return Watermark.END;
    }
    long firstOpen = policy.firstOpen(from);
    return delta.slots().keySet().stream()
        .filter(slot -> policy.lastWindow(slot.pane()) >= firstOpen)
        .mapToLong(slot -> Math.max(slot.firstOpen(), firstOpen))
        .min()
        .stream()
        .map(window -> policy.closesAt(window) + (WINDOWS - 1) * policy.slide())
        .findFirst()
        .orElse(Watermark.END);
  }

  /** Those of a view, by group. */
  List<DueWindow> of(Delta delta) {
    return delta.view().window() instanceof SessionPolicy sessions
        ? ofSessions(delta, sessions)
        : ofPanes(delta, (PanePolicy) delta.view().window());
  }

  private List<DueWindow> ofSessions(Delta delta, SessionPolicy policy) {
    long before = policy.lastClosed(from);
    long last = policy.lastClosed(to);
    List<DueWindow> due = new ArrayList<>();
    for (Streak streak : Streaks.of(delta, policy, before, last)) {
      for (Session session : streak.sessions()) {
        if (session.last() > before && session.last() <= last) {
          due.add(due(session, policy));
        }
      }
    }
    return due;
  }

  private static DueWindow due(Session session, SessionPolicy policy) {
    return new DueWindow(
        session.first(),
        session.end(policy),
        policy.closesAt(session.last()),
        session.group(),
        session::rows);
  }

  private List<DueWindow> ofPanes(Delta delta, PanePolicy policy) {
    List<DueWindow> due = new ArrayList<>();
    groupsByWindow(delta, policy)
        .forEach(
            (start, groups) -> groups.forEach(group -> due.add(due(delta, policy, start, group))));
    return due;
  }

  private static DueWindow due(Delta delta, PanePolicy policy, long start, Group group) {
    return new DueWindow(
        start,
        policy.end(start),
        policy.closesAt(start),
        group,
        () -> rows(delta, policy, start, group));
  }

  private Map<Long, Set<Group>> groupsByWindow(Delta delta, PanePolicy policy) {
    Map<Long, Set<Group>> windows = new HashMap<>();
    delta
        .slots()
        .headMap(new Slot(to, Long.MIN_VALUE))
        .forEach(
            (slot, rows) -> {
              for (long window = firstDue(policy, slot);
                  window <= policy.lastWindow(slot.pane()) && policy.closesAt(window) <= to;
                  window += policy.slide()) {
                windows.computeIfAbsent(window, w -> new HashSet<>()).addAll(rows.keySet());
              }
            });
    return windows;
  }

  private long firstDue(PanePolicy policy, Slot slot) {
    return Math.max(slot.firstOpen(), policy.firstOpen(from));
  }

  /** Of many windows that share panes, each row is in many: they are looked up as each is due. */
  private static List<Row> rows(Delta delta, PanePolicy policy, long window, Group group) {
    List<Row> found = new ArrayList<>(1);
    delta
        .slots()
        .subMap(new Slot(window, Long.MIN_VALUE), new Slot(policy.end(window), Long.MIN_VALUE))
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
