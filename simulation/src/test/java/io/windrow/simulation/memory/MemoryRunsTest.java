package io.windrow.simulation.memory;

import io.windrow.ledger.Runs;
import io.windrow.simulation.contract.RunsContract;

class MemoryRunsTest extends RunsContract {
  private final MemoryRuns runs = new MemoryRuns();

  @Override
  protected Runs runs() {
    return runs;
  }

  @Override
  protected void deleteExpired(long now) {
    runs.deleteExpired(now, () -> true);
  }
}
