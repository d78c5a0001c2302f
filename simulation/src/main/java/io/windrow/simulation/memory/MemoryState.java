package io.windrow.simulation.memory;

import io.windrow.ledger.Ports;
import io.windrow.ledger.Source;
import java.util.function.BooleanSupplier;

/** All that one pipeline keeps, in memory. */
public final class MemoryState {
  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryFrontiers frontiers = new MemoryFrontiers();
  private final MemoryRuns runs = new MemoryRuns();
  private final MemoryResults results = new MemoryResults();
  private final MemoryQuarantine quarantine = new MemoryQuarantine();
  private final MemoryMarkers markers = new MemoryMarkers();
  private final MemoryInventory inventory = new MemoryInventory(ledger, runs);

  /** The ports of a pipeline that reads a stream. */
  public Ports ports(Source source) {
    return new Ports(ledger, frontiers, runs, results, quarantine, source, inventory, markers);
  }

  /**
   * Deletes what has expired, as DynamoDB does: each item some time after, at no cost.
   *
   * @param vanishes asked for each item whether it is time
   */
  public void deleteExpired(long now, BooleanSupplier vanishes) {
    ledger.deleteExpired(now, vanishes);
    runs.deleteExpired(now, vanishes);
    markers.deleteExpired(now, vanishes);
  }

  public MemoryLedger ledger() {
    return ledger;
  }

  public MemoryFrontiers frontiers() {
    return frontiers;
  }

  public MemoryRuns runs() {
    return runs;
  }

  public MemoryResults results() {
    return results;
  }

  public MemoryQuarantine quarantine() {
    return quarantine;
  }

  public MemoryMarkers markers() {
    return markers;
  }

  public MemoryInventory inventory() {
    return inventory;
  }
}
