package io.windrow.local.chaos;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.Arrays;
import java.util.Optional;

/** Frontiers whose calls meet faults. */
record StruckFrontiers(Frontiers frontiers, PortFaults faults) implements Frontiers {
  @Override
  public Frontier read() {
    return faults.at("frontier", frontiers::read);
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    return faults.at("frontier " + next, () -> frontiers.replace(expected, next));
  }

  @Override
  public String identity() {
    return frontiers.identity();
  }

  @Override
  public Optional<Checkpoint> checkpoint() {
    return faults.at("checkpoint", frontiers::checkpoint);
  }

  @Override
  public void advance(Checkpoint checkpoint) {
    faults.at(
        "checkpoint "
            + checkpoint.closing()
            + " "
            + checkpoint.closesAt()
            + " "
            + Arrays.hashCode(checkpoint.mark()),
        () -> frontiers.advance(checkpoint));
  }
}
