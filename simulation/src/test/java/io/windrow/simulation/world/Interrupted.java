package io.windrow.simulation.world;

import io.windrow.ledger.ForwardingFrontiers;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;

/** A frontier whose writer is held up before its first write, while something else goes on. */
final class Interrupted extends ForwardingFrontiers {
  private final Runnable meanwhile;
  private boolean over;

  Interrupted(Frontiers real, Runnable meanwhile) {
    super(real);
    this.meanwhile = meanwhile;
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    if (!over) {
      over = true;
      meanwhile.run();
    }
    return real.replace(expected, next);
  }
}
