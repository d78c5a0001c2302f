package io.windrow.local.run;

import io.windrow.ledger.ForwardingFrontiers;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.function.LongConsumer;

/** Frontiers that tell how far windows are closed. */
final class WatchedFrontiers extends ForwardingFrontiers {
  private final LongConsumer closed;

  WatchedFrontiers(Frontiers real, LongConsumer closed) {
    super(real);
    this.closed = closed;
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    boolean replaced = real.replace(expected, next);
    if (replaced) {
      closed.accept(next.closed());
    }
    return replaced;
  }
}
