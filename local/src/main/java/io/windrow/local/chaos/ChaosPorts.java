package io.windrow.local.chaos;

import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.Results;
import io.windrow.ledger.Runs;
import io.windrow.view.Result;
import java.util.List;
import java.util.function.Consumer;

/**
 * The ports of the ledger with faults at their calls, by a seed: invocations killed before and
 * after them, throttles, answers lost, delays. One serves a whole run, over all environments, so
 * that it knows which calls have been struck.
 */
public final class ChaosPorts {
  private final PortFaults faults;

  /**
   * Faults by a seed.
   *
   * @param struck is told of each, by many threads
   */
  public ChaosPorts(long seed, Consumer<Fault> struck) {
    this.faults = new PortFaults(seed, struck);
  }

  /** All ports but the source, which is Kinesis itself, and what no batch depends on. */
  public Ports over(Ports ports) {
    return new Ports(
        over(ports.ledger()),
        over(ports.frontiers()),
        over(ports.runs()),
        over(ports.results()),
        over(ports.quarantine()),
        ports.source(),
        ports.inventory(),
        ports.markers());
  }

  public Ledger over(Ledger ledger) {
    return new StruckLedger(ledger, faults);
  }

  public Frontiers over(Frontiers frontiers) {
    return new StruckFrontiers(frontiers, faults);
  }

  public Runs over(Runs runs) {
    return new StruckRuns(runs, faults);
  }

  public Results over(Results results) {
    return put -> strike(results, put);
  }

  public Quarantine over(Quarantine quarantine) {
    return (name, content) -> faults.at("file " + name, () -> quarantine.put(name, content));
  }

  /** Strikes between two halves of a list too, as it is written by several requests. */
  private void strike(Results results, List<Result> put) {
    int half = put.size() / 2;
    for (List<Result> part : List.of(put.subList(0, half), put.subList(half, put.size()))) {
      if (!part.isEmpty()) {
        faults.at("results from " + part.get(0).id(), () -> results.put(part));
      }
    }
  }
}
