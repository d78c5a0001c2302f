package io.windrow.simulation.memory;

import io.windrow.ledger.Results;
import io.windrow.simulation.contract.ResultsContract;
import io.windrow.view.Result;
import java.util.Collection;

class MemoryResultsTest extends ResultsContract {
  private final MemoryResults results = new MemoryResults();

  @Override
  protected Results results() {
    return results;
  }

  @Override
  protected Collection<Result> stored() {
    return results.byId().values();
  }
}
