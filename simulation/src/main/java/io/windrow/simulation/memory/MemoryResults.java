package io.windrow.simulation.memory;

import io.windrow.ledger.Results;
import io.windrow.view.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Final results in memory. */
public final class MemoryResults implements Results {
  private final Map<String, Result> results = new TreeMap<>();

  @Override
  public synchronized void put(List<Result> more) {
    more.forEach(result -> results.putIfAbsent(result.id(), result));
  }

  /** All results by id. */
  public synchronized Map<String, Result> byId() {
    return new TreeMap<>(results);
  }
}
