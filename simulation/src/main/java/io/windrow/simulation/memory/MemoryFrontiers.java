package io.windrow.simulation.memory;

import io.windrow.ledger.Checkpoint;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A frontier in memory. */
public final class MemoryFrontiers implements Frontiers {
  private Frontier frontier = Frontier.NEW;
  private String identity = "";
  private @Nullable Checkpoint checkpoint;

  @Override
  public synchronized Frontier read() {
    return frontier;
  }

  @Override
  public synchronized boolean replace(Frontier expected, Frontier next) {
    if (!frontier.equals(expected)) {
      return false;
    }
    frontier = next;
    return true;
  }

  /** What it says that it is, another one after it was restored; empty until it is set. */
  public synchronized void identify(String table) {
    identity = table;
  }

  @Override
  public synchronized String identity() {
    return identity;
  }

  @Override
  public synchronized Optional<Checkpoint> checkpoint() {
    return Optional.ofNullable(checkpoint);
  }

  @Override
  public synchronized void advance(Checkpoint further) {
    if (checkpoint == null || further.compareTo(checkpoint) > 0) {
      checkpoint = further;
    }
  }
}
