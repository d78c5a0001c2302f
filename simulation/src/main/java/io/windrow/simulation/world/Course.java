package io.windrow.simulation.world;

import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.schedule.Scheduler;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What decides how a world goes on: its seed's choices, its time, its faults; and what tells of it.
 */
final class Course {
  private static final long EPOCH = 1_700_000_000_000L;

  private final Choices choices;
  private final Scheduler scheduler;
  private final Trace trace;
  private final Map<Fault, Long> met = new EnumMap<>(Fault.class);
  private final Accidents accidents = new Accidents();
  private final Refusals refusals;
  private Faults faults = Faults.NONE;
  private long now = EPOCH;

  Course(long seed, Executor threads, Trace trace) {
    this.choices = new Choices(seed);
    this.scheduler = new Scheduler(threads, choices, 0.3);
    this.refusals = new Refusals(scheduler, choices);
    this.trace = trace;
  }

  Choices choices() {
    return choices;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Accidents accidents() {
    return accidents;
  }

  Refusals refusals() {
    return refusals;
  }

  Faults faults() {
    return faults;
  }

  void beginFaults(Function<Choices, Faults> drawn) {
    faults = drawn.apply(choices);
  }

  void endFaults() {
    faults = Faults.NONE;
    refusals.end();
  }

  /** In milliseconds since the epoch. */
  long now() {
    return now;
  }

  void pass(long time) {
    now += time;
  }

  /** Counts that a fault has come to pass. */
  void meet(Fault fault) {
    met.merge(fault, 1L, Long::sum);
  }

  /** How often each fault has come to pass. */
  Map<Fault, Long> met() {
    return met;
  }

  void note(String who, String what, Object of) {
    trace.note(who, what, of);
  }
}
