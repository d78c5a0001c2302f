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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the windows that close past one watermark, and no later than at another. */
final class DueWindows {
  private final long closed;
  private final long closing;

  DueWindows(long closed, long closing) {
    this.closed = closed;
    this.closing = closing;
  }

  /** Those of a view, by group. */
  List<DueWindow> of(Delta delta) {
    return delta.view().window() instanceof SessionPolicy sessions
        ? ofSessions(delta, sessions)
        : ofPanes(delta, (PanePolicy) delta.view().window());
  }

  private List<DueWindow> ofSessions(Delta delta, SessionPolicy policy) {
    long before = policy.lastClosed(closed);
    long last = policy.lastClosed(closing);
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
        session.rows());
  }

  private List<DueWindow> ofPanes(Delta delta, PanePolicy policy) {
    List<DueWindow> due = new ArrayList<>();
    rowsByWindow(delta, policy)
        .forEach(
            (start, groups) ->
                groups.forEach(
                    (group, rows) ->
                        due.add(
                            new DueWindow(
                                start, policy.end(start), policy.closesAt(start), group, rows))));
    return due;
  }

  private Map<Long, Map<Group, List<Row>>> rowsByWindow(Delta delta, PanePolicy policy) {
    Map<Long, Map<Group, List<Row>>> windows = new HashMap<>();
    delta
        .slots()
        .forEach(
            (slot, rows) -> {
              for (long window = firstDue(policy, slot);
                  window <= policy.lastWindow(slot.pane()) && policy.closesAt(window) <= closing;
                  window += policy.slide()) {
                Map<Group, List<Row>> into = windows.computeIfAbsent(window, w -> new HashMap<>());
                rows.forEach(
                    (group, row) -> into.computeIfAbsent(group, g -> new ArrayList<>(1)).add(row));
              }
            });
    return windows;
  }

  private long firstDue(PanePolicy policy, Slot slot) {
    return Math.max(slot.firstOpen(), policy.firstOpen(closed));
  }
}
