package io.windrow.view;

import io.windrow.window.SessionPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** Puts the rows of some groups of a delta together to streaks. */
public final class Streaks {
  private final SessionPolicy policy;
  private final List<Streak> all = new ArrayList<>();
  private final Map<Group, Streak> latest = new HashMap<>();

  private Streaks(SessionPolicy policy) {
    this.policy = policy;
  }

  /**
   * The streaks of every group that has an event in a range of times, those outside of it too, and
   * perhaps of some more groups. Of a million groups few have sessions that end at about one time.
   *
   * @param from the first time, inclusive
   * @param to the last time, inclusive
   */
  public static List<Streak> of(Delta delta, SessionPolicy policy, long from, long to) {
    NavigableMap<Slot, Map<Group, Row>> slots = delta.slots();
    Set<Group> groups = new HashSet<>();
    slots
        .subMap(new Slot(policy.firstPane(from), Long.MIN_VALUE), true, new Slot(to, to), true)
        .values()
        .forEach(rows -> groups.addAll(rows.keySet()));
    Streaks streaks = new Streaks(policy);
    slots.forEach((slot, rows) -> streaks.add(slot, rows, groups));
    return streaks.all;
  }

  private void add(Slot slot, Map<Group, Row> rows, Set<Group> groups) {
    if (rows.size() <= groups.size()) {
      rows.forEach(
          (group, row) -> {
            if (groups.contains(group)) {
              add(slot, group, row);
            }
          });
      return;
    }
    for (Group group : groups) {
      Row row = rows.get(group);
      if (row != null) {
        add(slot, group, row);
      }
    }
  }

  private void add(Slot slot, Group group, Row row) {
    Streak streak = latest.get(group);
    if (streak != null && policy.reaches(streak.last(), row.span().first())) {
      streak.add(slot, row);
    } else {
      Streak next = new Streak(policy, group, slot, row);
      latest.put(group, next);
      all.add(next);
    }
  }
}
