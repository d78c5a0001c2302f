package io.windrow.simulation.world;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.Optional;

/** A frontier reached over a network that fails. */
record FaultyFrontiers(Frontiers real, Effects effects) implements Frontiers {
  @Override
  public Frontier read() {
    return effects.read(real::read);
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    return effects.write(() -> real.replace(expected, next));
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return effects.read(real::checkpoint);
  }

  @Override
  public void advance(Checkpoint checkpoint) {
    effects.write(() -> real.advance(checkpoint));
  }
}
