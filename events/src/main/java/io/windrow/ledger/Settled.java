package io.windrow.ledger;

import io.windrow.view.Result;
import java.util.List;

/**
 * How far a pipeline has come, and what holds its windows open.
 *
 * @param results those that this call has written
 * @param standings of the shards that count, the one furthest behind first
 * @param lost shards of which records were lost, for as long as their chains are reckoned with
 * @param filed how many records this call has filed in quarantine
 */
public record Settled(
    List<Result> results,
    Frontier frontier,
    List<Standing> standings,
    List<String> lost,
    long filed) {
  public Settled {
    results = List.copyOf(results);
    standings = List.copyOf(standings);
    lost = List.copyOf(lost);
  }
}
