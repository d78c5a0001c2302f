package io.windrow.simulation.memory;

import io.windrow.ledger.Quarantine;
import java.util.Map;
import java.util.TreeMap;

/** Quarantine files in memory. */
public final class MemoryQuarantine implements Quarantine {
  private final Map<String, byte[]> files = new TreeMap<>();

  @Override
  public synchronized void put(String name, byte[] content) {
    files.put(name, content.clone());
  }

  /** All files by name. */
  public synchronized Map<String, byte[]> files() {
    return new TreeMap<>(files);
  }
}
