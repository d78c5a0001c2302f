package io.windrow.simulation.memory;

import io.windrow.ledger.Ledger;
import io.windrow.simulation.contract.LedgerContract;

class MemoryLedgerTest extends LedgerContract {
  private final MemoryLedger ledger = new MemoryLedger();

  @Override
  protected Ledger ledger() {
    return ledger;
  }
}
