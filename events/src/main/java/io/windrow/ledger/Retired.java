package io.windrow.ledger;

import java.util.Map;
import java.util.TreeMap;

/**
 * How much of a chain has its time to live.
 *
 * @param index entries before it have theirs: every window that needs one of them is closed, so a
 *     reader of open windows begins here
 * @param runs by level, the number of the first run that has none
 */
public record Retired(long index, Map<Integer, Long> runs) {

  /** Of a chain of which nothing has. */
  public static final Retired NONE = new Retired(0, Map.of());

  public Retired {
    runs = Map.copyOf(new TreeMap<>(runs));
  }

  long runs(int level) {
    return runs.getOrDefault(level, 0L);
  }
}
