package io.windrow.simulation.memory;

import io.windrow.ledger.Ledger;
import io.windrow.simulation.contract.LedgerLifetimeContract;

class MemoryLedgerLifetimeTest extends LedgerLifetimeContract {
  private final MemoryLedger ledger = new MemoryLedger();

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected void deleteExpired(long now) {
    ledger.deleteExpired(now, () -> true);
  }
}
