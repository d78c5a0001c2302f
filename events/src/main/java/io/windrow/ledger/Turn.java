package io.windrow.ledger;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Takes chains in turn: what a near deadline leaves over comes first the next time, so that the
 * last of many shards get their turn too.
 */
final class Turn {
  private String first = "";

  /** Acts on each chain, or on as many as there is time for. */
  void take(Map<String, Entry> heads, Deadline deadline, BiConsumer<String, Entry> action) {
    NavigableMap<String, Entry> sorted = new TreeMap<>(heads);
    if (take(sorted.tailMap(first, true), deadline, action)) {
      take(sorted.headMap(first, false), deadline, action);
    }
  }

  private boolean take(
      NavigableMap<String, Entry> heads, Deadline deadline, BiConsumer<String, Entry> action) {
    for (Map.Entry<String, Entry> chain : heads.entrySet()) {
      if (deadline.isNear()) {
        first = chain.getKey();
        return false;
      }
      action.accept(chain.getKey(), chain.getValue());
    }
    return true;
  }
}
