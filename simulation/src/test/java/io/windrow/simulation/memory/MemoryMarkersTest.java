package io.windrow.simulation.memory;

import io.windrow.ledger.Markers;
import io.windrow.simulation.contract.MarkersContract;

class MemoryMarkersTest extends MarkersContract {
  private final MemoryMarkers markers = new MemoryMarkers();

  @Override
  protected Markers markers() {
    return markers;
  }
}
