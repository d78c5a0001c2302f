package io.windrow.simulation.world;

import io.windrow.ledger.Settler;

/**
 * An execution environment: code that stays warm between invocations, until it crashes or is a day
 * old. Lambda ends them after hours (AWS Lambda Developer Guide, "Understanding the Lambda
 * execution environment lifecycle").
 */
final class Environment {
  private static final long LONGEST_LIFE = 24 * 3_600_000L;

  private final Invocation invocation;
  private final Functions functions;
  private final Settler settler;
  private final long begunAt;
  private boolean busy;
  private boolean dead;

  Environment(Invocation invocation, Functions functions, Settler settler, long now) {
    this.begunAt = now;
    this.invocation = invocation;
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
    busy = true;
  }

  /** Ends an invocation; after a crash nothing that the environment held is used again. */
  void release(boolean alive) {
    busy = false;
    dead = !alive;
  }

  boolean isOver(long now) {
    return dead || (!busy && now - begunAt > LONGEST_LIFE);
  }
}
