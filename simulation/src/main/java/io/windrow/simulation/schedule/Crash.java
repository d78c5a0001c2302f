package io.windrow.simulation.schedule;

/** The end of an execution environment; no code may catch it. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1;

  public Crash() {
    super("crash", null, false, false);
  }
}
