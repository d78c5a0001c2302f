package io.windrow.simulation.world;

import io.windrow.ledger.Results;
import io.windrow.view.Result;
import java.util.List;

/** Results reached over a network that fails, each on its own. */
record FaultyResults(Results real, Effects effects) implements Results {
  @Override
  public void put(List<Result> results) {
    results.forEach(
        result -> effects.write(result.view(), "put", result, () -> real.put(List.of(result))));
  }
}
