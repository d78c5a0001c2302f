package io.windrow.simulation.memory;

import io.windrow.ledger.Marker;
import io.windrow.ledger.Markers;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Markers in memory. */
public final class MemoryMarkers implements Markers {
  private final Map<String, Marker> markers = new HashMap<>();
  private final Expiries<String> expiries = new Expiries<>();

  @Override
  public synchronized Marker read(String shard) {
    return markers.getOrDefault(shard, Marker.NONE);
  }

  @Override
  public synchronized boolean replace(String shard, Marker expected, Marker next, long at) {
    if (!read(shard).equals(expected)) {
      return false;
    }
    markers.put(shard, next);
    expiries.clear(shard);
    expiries.put(shard, at);
    return true;
  }

  synchronized void deleteExpired(long now, BooleanSupplier vanishes) {
    expiries.delete(now, vanishes, markers::remove);
  }

  /** Whether nothing is left. */
  public synchronized boolean isEmpty() {
    return markers.isEmpty();
  }
}
