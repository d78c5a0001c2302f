package io.windrow.simulation.oracle;

import io.windrow.ledger.Counts;
import io.windrow.record.Position;
import io.windrow.view.Result;
import java.util.Map;

/**
 * What must come out of a run, as the oracle has it.
 *
 * @param counts by shard
 * @param verdicts by position, a rejected one with its reason
 * @param results by id, when every window is closed
 */
public record Expected(
    Map<String, Counts> counts, Map<Position, String> verdicts, Map<String, Result> results) {

  public Counts total() {
    return counts.values().stream().reduce(Counts.NONE, Counts::plus);
  }
}
