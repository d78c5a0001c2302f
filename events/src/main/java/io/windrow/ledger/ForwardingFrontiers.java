package io.windrow.ledger;

import java.util.Optional;

/** Frontiers that do what others do, but for what a subclass changes. */
public abstract class ForwardingFrontiers implements Frontiers {
  /** The frontiers that everything is handed on to. */
  protected final Frontiers real;

  /** Frontiers in front of real ones. */
  protected ForwardingFrontiers(Frontiers real) {
    this.real = real;
  }

  @Override
  public Frontier read() {
    return real.read();
  }

  @Override
  public boolean replace(Frontier expected, Frontier next) {
    return real.replace(expected, next);
  }

  @Override
  public String identity() {
    return real.identity();
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
