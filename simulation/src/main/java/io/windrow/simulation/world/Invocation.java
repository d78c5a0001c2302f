package io.windrow.simulation.world;

/** The invocation that an environment is busy with. */
final class Invocation {
  private long begunAt;

  void begin(long now) {
    begunAt = now;
  }

  long begunAt() {
    return begunAt;
  }
}
