package io.windrow.simulation.world;

/** What an SDK throws when a call fails for no fault of its caller. */
final class SimulatedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SimulatedException(String message) {
    super(message, null, false, false);
  }
}
