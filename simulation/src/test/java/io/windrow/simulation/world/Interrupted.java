package io.windrow.simulation.world;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.Optional;

/** A frontier whose writer is held up before its first write, while something else goes on. */
final class Interrupted implements Frontiers {
  private final Frontiers real;
  private final Runnable meanwhile;
  private boolean over;

  Interrupted(Frontiers real, Runnable meanwhile) {
    this.real = real;
    this.meanwhile = meanwhile;
  }

  @Override
  public Frontier read() {
    return real.read();
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    if (!over) {
      over = true;
      meanwhile.run();
    }
    return real.replace(expected, next);
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
