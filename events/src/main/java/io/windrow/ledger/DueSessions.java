package io.windrow.ledger;

import io.windrow.view.Delta;
import io.windrow.view.Session;
import io.windrow.view.Streak;
import io.windrow.view.Streaks;
import io.windrow.view.View;
import io.windrow.window.SessionPolicy;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sessions of one view that a closing closes: found once, since each needs its whole streak.
 */
final class DueSessions implements DueWindows {
  /** So many are handed out at a time, and such as close with the last of them. */
  private static final int SESSIONS = 500;

  private final View view;
  private final SessionPolicy policy;
  private final List<Session> sessions = new ArrayList<>();
  private int next;

  DueSessions(Delta delta, SessionPolicy policy, long from, long to) {
    this.view = delta.view();
    this.policy = policy;
    long before = policy.lastClosed(from);
    long last = policy.lastClosed(to);
    for (Streak streak : Streaks.of(delta, policy, before, last)) {
      for (Session session : streak.sessions()) {
        if (session.last() > before && session.last() <= last) {
          sessions.add(session);
        }
      }
    }
    sessions.sort(Comparator.comparingLong(Session::last));
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public long horizon(long from) {
    return next == sessions.size()
        ? Watermark.END
        : closesAt(Math.min(next + SESSIONS, sessions.size()) - 1);
  }

  private long closesAt(int session) {
    return policy.closesAt(sessions.get(session).last());
  }

  @Override
  public List<DueWindow> next(long from, long to) {
    List<DueWindow> due = new ArrayList<>();
    for (; next < sessions.size() && closesAt(next) <= to; next++) {
      due.add(due(sessions.get(next)));
    }
    return due;
  }

  private DueWindow due(Session session) {
    return new DueWindow(
        session.first(),
        session.end(policy),
        policy.closesAt(session.last()),
        session.group(),
        session::rows);
  }
}
