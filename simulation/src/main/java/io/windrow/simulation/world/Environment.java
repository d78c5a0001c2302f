package io.windrow.simulation.world;

import io.windrow.ledger.Settler;

/** An execution environment: code that stays warm between invocations until it crashes. */
final class Environment {
  private final Invocation invocation;
  private final Deadly deadly;
  private final Effects effects;
  private final Functions functions;
  private final Settler settler;
  private boolean busy;
  private boolean dead;

  Environment(
      Invocation invocation, Deadly deadly, Effects effects, Functions functions, Settler settler) {
    this.invocation = invocation;
    this.deadly = deadly;
    this.effects = effects;
    this.functions = functions;
    this.settler = settler;
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

  void use(long now) {
    invocation.begin(now);
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
