package io.windrow.simulation.memory;

import io.windrow.ledger.Quarantine;
import io.windrow.simulation.contract.QuarantineContract;
import java.util.Map;

class MemoryQuarantineTest extends QuarantineContract {
  private final MemoryQuarantine quarantine = new MemoryQuarantine();

  @Override
  protected Quarantine quarantine() {
    return quarantine;
  }

  @Override
  protected Map<String, byte[]> files() {
    return quarantine.files();
  }
}
