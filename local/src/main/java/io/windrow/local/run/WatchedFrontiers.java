package io.windrow.local.run;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Frontiers that tell how far windows are closed. */
final class WatchedFrontiers implements Frontiers {
  private final Frontiers frontiers;
  private final LongConsumer closed;

  WatchedFrontiers(Frontiers frontiers, LongConsumer closed) {
    this.frontiers = frontiers;
    this.closed = closed;
  }

  @Override
  public Frontier read() {
    return frontiers.read();
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    boolean replaced = frontiers.replace(expected, next);
    if (replaced) {
      closed.accept(next.closed());
    }
    return replaced;
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return frontiers.checkpoint();
  }

  @Override
  public void advance(Checkpoint checkpoint) {
    frontiers.advance(checkpoint);
  }
}
