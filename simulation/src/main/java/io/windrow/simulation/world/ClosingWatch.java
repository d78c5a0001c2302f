package io.windrow.simulation.world;

import io.windrow.ledger.ForwardingFrontiers;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;

/** A frontier that tells when a closing has ended. */
public final class ClosingWatch extends ForwardingFrontiers {
  private final Runnable onClosed;

  /** Watches the closings of a frontier. */
  public ClosingWatch(Frontiers real, Runnable onClosed) {
    super(real);
    this.onClosed = onClosed;
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    boolean replaced = real.replace(expected, next);
    if (replaced && next.closed() > expected.closed()) {
      onClosed.run();
    }
    return replaced;
  }
}
