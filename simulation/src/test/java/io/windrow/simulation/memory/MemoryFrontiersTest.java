package io.windrow.simulation.memory;

import io.windrow.ledger.Frontiers;
import io.windrow.simulation.contract.FrontiersContract;

class MemoryFrontiersTest extends FrontiersContract {
  private final MemoryFrontiers frontiers = new MemoryFrontiers();

  @Override
  protected Frontiers frontiers() {
    return frontiers;
  }
}
