package io.windrow.simulation.world;

import io.windrow.ledger.Settler;

/** An execution environment: code that stays warm between invocations until it crashes. */
final class Environment {
  private final long generation;
  private final ChainWatch watch;
  private final Deadly deadly;
  private final Effects effects;
  private final Functions functions;
  private final Settler settler;
  private boolean busy;
  private boolean dead;

  Environment(
      long generation,
      ChainWatch watch,
      Deadly deadly,
      Effects effects,
      Functions functions,
      Settler settler) {
    this.generation = generation;
    this.watch = watch;
    this.deadly = deadly;
    this.effects = effects;
    this.functions = functions;
    this.settler = settler;
  }

  /** Of the definition that its code runs. */
  long generation() {
    return generation;
  }

  Functions functions() {
    return functions;
  }

  /** What its functions settle with. */
  Settler settler() {
    return settler;
  }

  boolean isFree() {
    return !busy && !dead;
  }

  /**
   * Begins an invocation.
   *
   * @param put the first that its batch holds, if it has one
   */
  void use(int put) {
    watch.begin(put);
    deadly.begin();
    effects.tryAlone(null);
    busy = true;
  }

  /** Ends an invocation; after a crash nothing that the environment held is used again. */
  void release(boolean alive) {
    busy = false;
    dead = !alive;
  }

  boolean isDead() {
    return dead;
  }
}
