package io.windrow.enrichment;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows, and the absence of rows, are remembered for a while; it is asked only for the
 * keys of a batch that are not. Its version is when the oldest row that the batch has used so far
 * was read. It belongs to one thread.
 */
public final class CachedReferenceData implements ReferenceData {
  private final ReferenceData table;
  private final long maxAge;
  private final int maxRows;
  private final LongSupplier clock;

  /** By key, the row read longest ago first. */
  private final Map<Object, Cached> cache = new LinkedHashMap<>();

  private long oldestUsed = Long.MAX_VALUE;

  private record Cached(@Nullable Map<String, @Nullable Object> row, long readAt) {}

  /**
   * The table with a cache before it.
   *
   * @param maxAge milliseconds after which a row is read again
   * @param maxRows how many keys are remembered; past that, those read longest ago are forgotten
   * @param clock milliseconds since the epoch
   */
  public CachedReferenceData(ReferenceData table, long maxAge, int maxRows, LongSupplier clock) {
    this.table = table;
    this.maxAge = maxAge;
    this.maxRows = maxRows;
    this.clock = clock;
  }

  @Override
  public void begin() {
    oldestUsed = Long.MAX_VALUE;
  }

  @Override
  public Map<Object, Map<String, @Nullable Object>> rows(Set<Object> keys) {
    long now = clock.getAsLong();
    Set<Object> unknown = new HashSet<>();
    Map<Object, Map<String, @Nullable Object>> found = new HashMap<>();
    for (Object key : keys) {
      Cached cached = cache.get(key);
      if (cached == null || now - cached.readAt >= maxAge) {
        unknown.add(key);
      } else {
        use(key, cached, found);
      }
    }
    if (!unknown.isEmpty()) {
      read(unknown, now, found);
    }
    return found;
  }

  private void read(Set<Object> keys, long now, Map<Object, Map<String, @Nullable Object>> found) {
    Map<Object, Map<String, @Nullable Object>> rows = table.rows(keys);
    for (Object key : keys) {
      Cached cached = new Cached(rows.get(key), now);
      cache.remove(key); // so that it goes to the end
      cache.put(key, cached);
      use(key, cached, found);
    }
    forgetOldest();
  }

  private void use(Object key, Cached cached, Map<Object, Map<String, @Nullable Object>> found) {
    oldestUsed = Math.min(oldestUsed, cached.readAt);
    if (cached.row != null) {
      found.put(key, cached.row);
    }
  }

  private void forgetOldest() {
    Iterator<Object> oldest = cache.keySet().iterator();
    for (int excess = cache.size() - maxRows; excess > 0; excess--) {
      oldest.next();
      oldest.remove();
    }
  }

  @Override
  public String version() {
    return oldestUsed == Long.MAX_VALUE ? "unread" : Instant.ofEpochMilli(oldestUsed).toString();
  }
}
