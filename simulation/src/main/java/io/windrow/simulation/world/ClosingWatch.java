package io.windrow.simulation.world;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.Optional;

/** A frontier that tells when a closing has ended. */
public final class ClosingWatch implements Frontiers {
  private final Frontiers real;
  private final Runnable onClosed;

  /** Watches the closings of a frontier. */
  public ClosingWatch(Frontiers real, Runnable onClosed) {
    this.real = real;
    this.onClosed = onClosed;
  }

  @Override
  public Frontier read() {
    return real.read();
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    boolean replaced = real.replace(expected, next);
    if (replaced && next.closed() > expected.closed()) {
      onClosed.run();
    }
    return replaced;
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return real.checkpoint();
  }

  @Override
  public void advance(Checkpoint checkpoint) {
    real.advance(checkpoint);
  }
}
