package io.windrow.simulation.schedule;

import java.util.concurrent.Semaphore;

/** A part of the world that runs on its own: one invocation, seen from outside. */
public final class Actor {
  private final String name;
  private final Semaphore baton = new Semaphore(0);
  private long wakesAt;
  private boolean doomed;
  private boolean finished;

  Actor(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** Ends it at its next step, as a crash would. */
  public void doom() {
    doomed = true;
    wakesAt = 0;
  }

  /** Keeps it from running before so many steps have been taken: a zombie, until it wakes. */
  public void freezeUntil(long step) {
    wakesAt = step;
  }

  public boolean isFinished() {
    return finished;
  }

  boolean canRunAt(long step) {
    return wakesAt <= step;
  }

  boolean isDoomed() {
    return doomed;
  }

  void finish() {
    finished = true;
  }

  void hand() {
    baton.release();
  }

  void await() {
    baton.acquireUninterruptibly();
  }
}
