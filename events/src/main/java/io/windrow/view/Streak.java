package io.windrow.view;

import io.windrow.window.SessionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Events of one group of which each is at most the gap after the one before: a session, or several
 * if it is cut. It is put together of the rows of a delta in order of time.
 */
public final class Streak {
  private final SessionPolicy policy;
  private final Group group;
  private final List<Slot> slots = new ArrayList<>(1);
  private final List<Session> sessions = new ArrayList<>(1);

  Streak(SessionPolicy policy, Group group, Slot slot, Row first) {
    this.policy = policy;
    this.group = group;
    slots.add(slot);
    sessions.add(new Session(group, first));
  }

  void add(Slot slot, Row row) {
    slots.add(slot);
    long next = row.span().first();
    if (policy.isCut(first(), last(), next)) {
      lastSession().cut(policy.cutBefore(next));
      sessions.add(new Session(group, row));
    } else {
      lastSession().add(row);
    }
  }

  /** The sessions that it is cut into, in order of time. */
  public List<Session> sessions() {
    return Collections.unmodifiableList(sessions);
  }

  Group group() {
    return group;
  }

  /** Where its rows lie. */
  List<Slot> slots() {
    return slots;
  }

  private long first() {
    return sessions.get(0).first();
  }

  long last() {
    return lastSession().last();
  }

  private Session lastSession() {
    return sessions.get(sessions.size() - 1);
  }
}
