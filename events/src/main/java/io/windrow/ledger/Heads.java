package io.windrow.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The heads that one execution environment remembers, so that a batch costs no read. A head is
 * forgotten after {@link #MAX_AGE}: commits below the true head live longer than that, so a stale
 * head always meets the entry that stands in its way.
 */
final class Heads {
  static final long MAX_AGE = 15 * 60_000L;

  /** Less than it takes to create a mapping anew. */
  private static final long RECENT = 60_000;

  private final Map<String, Remembered> heads = new ConcurrentHashMap<>();

  @Nullable Entry get(String shard, long now) {
    Remembered remembered = heads.get(shard);
    return remembered == null || now - remembered.since > MAX_AGE ? null : remembered.entry;
  }

  /** Whether this environment has committed to a shard within a minute. */
  boolean isRecent(String shard, long now) {
    Remembered remembered = heads.get(shard);
    return remembered != null && now - remembered.since <= RECENT;
  }

  void put(String shard, Entry entry, long now) {
    heads.put(shard, new Remembered(entry, now));
  }

  void forget(String shard) {
    heads.remove(shard);
  }

  private record Remembered(Entry entry, long since) {}
}
