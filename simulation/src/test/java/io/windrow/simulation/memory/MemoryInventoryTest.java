package io.windrow.simulation.memory;

import io.windrow.ledger.Ports;
import io.windrow.simulation.contract.InventoryContract;

class MemoryInventoryTest extends InventoryContract {
  private final MemoryState state = new MemoryState();

  @Override
  protected Ports ports() {
    return state.ports(new MemoryStream());
  }

  @Override
  protected void deleteExpired(long now) {
    state.deleteExpired(now, () -> true);
  }
}
