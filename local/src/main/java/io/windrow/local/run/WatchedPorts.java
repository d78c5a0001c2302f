package io.windrow.local.run;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ports;
import io.windrow.view.Result;
import java.util.List;

/**
 * Ports that tell a listener of what was put, and give a hint when windows may close, as the state
 * table's stream does on AWS.
 */
final class WatchedPorts {
  private final RunListener listener;
  private final Runnable hint;

  WatchedPorts(RunListener listener, Runnable hint) {
    this.listener = listener;
    this.hint = hint;
  }

  /** The ports, watched where they are: past any fault. */
  Ports over(Ports ports) {
    return ports
        .with(new WatchedLedger(ports.ledger(), this::entered))
        .with(new WatchedFrontiers(ports.frontiers(), listener::closed))
        .with(
            (List<Result> results) -> {
              ports.results().put(results);
              listener.announced(results);
            });
  }

  private void entered(String shard, Entry entry) {
    listener.entered(shard, entry);
    if (entry.closes()) {
      hint.run();
    }
  }
}
