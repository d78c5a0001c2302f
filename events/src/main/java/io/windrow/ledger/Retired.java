package io.windrow.ledger;

import io.windrow.window.Watermark;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of a chain has its time to live.
 *
 * @param index entries before it have theirs; whoever needs nothing that closes by {@code closesAt}
 *     reads the chain from here
 * @param closesAt the watermark from which on every window that needs one of those entries is
 *     closed
 * @param runs by level, the number of the first run that has none
 */
public record Retired(long index, long closesAt, Map<Integer, Long> runs) {

  /** Of a chain of which nothing has. */
  public static final Retired NONE = new Retired(0, Watermark.NONE, Map.of());

  public Retired {
    runs = Map.copyOf(new TreeMap<>(runs));
  }

  long runs(int level) {
    return runs.getOrDefault(level, 0L);
  }
}
