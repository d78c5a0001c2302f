package io.windrow.view;

import io.windrow.window.SessionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of one group of which each is at most the gap after the one before: a session, or several
 * if it is cut. It is put together of the rows of a delta in order of time.
 */
public final class Streak {
  private final SessionPolicy policy;
  private final Group group;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();

  private Streak(SessionPolicy policy, Group group, Slot slot, Row first) {
    this.policy = policy;
    this.group = group;
    slots.add(slot);
    sessions.add(new Session(group, first));
  }

  /** The streaks of a delta. */
  public static List<Streak> of(Delta delta, SessionPolicy policy) {
    List<Streak> all = new ArrayList<>();
    Map<Group, Streak> latest = new HashMap<>();
    delta
        .slots()
        .forEach(
            (slot, rows) ->
                rows.forEach(
                    (group, row) -> {
                      Streak streak = latest.get(group);
                      if (streak != null && policy.reaches(streak.last(), row.span().first())) {
                        streak.add(slot, row);
                      } else {
                        Streak next = new Streak(policy, group, slot, row);
                        latest.put(group, next);
                        all.add(next);
                      }
                    }));
    return all;
  }

  private void add(Slot slot, Row row) {
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
