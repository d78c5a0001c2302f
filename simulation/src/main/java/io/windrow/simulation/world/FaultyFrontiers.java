package io.windrow.simulation.world;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.Optional;

/** A frontier reached over a network that fails. */
record FaultyFrontiers(Frontiers real, Effects effects) implements Frontiers {
  @Override
  public Frontier read() {
    return effects.read("frontier", "read", "frontier", real::read);
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    return effects.write(
        "frontier", "replace frontier by", next, () -> real.replace(expected, next));
  }

  @Override
  public String identity() {
    return real.identity();
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return effects.read("checkpoint", "read", "checkpoint", real::checkpoint);
  }

  @Override
  public void advance(Checkpoint checkpoint) {
    effects.write("checkpoint", "advance to", checkpoint, () -> real.advance(checkpoint));
  }
}
