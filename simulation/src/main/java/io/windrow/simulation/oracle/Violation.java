package io.windrow.simulation.oracle;

/** A promise that a run has seen broken. */
public final class Violation extends AssertionError {
  private static final long serialVersionUID = 1;

  public Violation(String message) {
    super(message);
  }
}
