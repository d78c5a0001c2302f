package io.windrow.simulation.oracle;

import io.windrow.window.SessionPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sessions as one says them: sort the events, and part them where one is too far from the next. */
final class NaiveSessions {
  private NaiveSessions() {}

  /** A session: its events in order of time, and when it ends. */
  record Session(List<Item> items, long end) {}

  /** The sessions of one group, from all its events. */
  static List<Session> of(List<Item> items, SessionPolicy policy) {
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparingLong(Item::time));
    List<Session> sessions = new ArrayList<>();
    List<Item> streak = new ArrayList<>();
    for (Item item : sorted) {
      if (!streak.isEmpty() && item.time() - last(streak) > policy.gap()) {
        sessions.addAll(cut(streak, policy));
        streak = new ArrayList<>();
      }
      streak.add(item);
    }
    sessions.addAll(cut(streak, policy));
    return sessions;
  }

  /** Cuts a streak at each multiple of the half by which it has gone on for a half or more. */
  private static List<Session> cut(List<Item> streak, SessionPolicy policy) {
    long half = policy.longest() / 2;
    long goneOn = streak.get(0).time() + half;
    long cut = Math.floorDiv(goneOn + half - 1, half) * half;
    List<Session> sessions = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (Item item : streak) {
      if (item.time() >= cut) {
        sessions.add(new Session(items, cut));
        items = new ArrayList<>();
        cut += half;
      }
      items.add(item);
    }
    sessions.add(new Session(items, last(items) + policy.gap()));
    return sessions;
  }

  private static long last(List<Item> items) {
    return items.get(items.size() - 1).time();
  }
}
