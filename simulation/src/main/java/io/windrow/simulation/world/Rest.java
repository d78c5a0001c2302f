package io.windrow.simulation.world;

import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.oracle.Violation;
import io.windrow.simulation.schedule.Scheduler;
import io.windrow.window.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * The end of a world, without faults: all is delivered, event time ends, every window closes, and
 * what may vanish has vanished.
 */
final class Rest {
  private static final long DAY = 24 * 3_600_000L;
  private static final long MINUTE = 60_000;
  private static final long CLOCKS = 10_000;
  private static final long LONGEST_GRACE = 30_000;

  private final Course course;
  private final Scheduler scheduler;
  private final MemoryState state;
  private final Environments environments;
  private final SimulatedLambda lambda;
  private final SimulatedMapping mapping;

  Rest(
      Course course,
      MemoryState state,
      Environments environments,
      SimulatedLambda lambda,
      SimulatedMapping mapping) {
    this.course = course;
    this.scheduler = course.scheduler();
    this.state = state;
    this.environments = environments;
    this.lambda = lambda;
    this.mapping = mapping;
  }

  /** Lets all that is under way go on to its end, and brings what is left in the stream. */
  void deliverAll() {
    scheduler.actors().forEach(actor -> actor.freezeUntil(0));
    course.pass(60_000);
    finishActors();
    for (int round = 0; !mapping.isDrained(); round++) {
      require(round < 10_000, "records are left that no batch brings to an end");
      mapping.deliverOfAll();
      finishActors();
      lambda.pass(15_000);
    }
  }

  /**
   * Lets time pass by so much that the owner's word closes every window: no event and no end of
   * event time is needed for it.
   *
   * @param behind the owner's word, if there is one
   */
  void closeByProof(@Nullable Long behind) {
    if (behind == null) {
      return;
    }
    long latest = course.now();
    course.pass(behind + CLOCKS + LONGEST_GRACE);
    for (int round = 0; state.frontiers().read().closed() < latest + LONGEST_GRACE; round++) {
      require(round < 100, "windows stay open by " + state.frontiers().read());
      lambda.settle();
      finishActors();
      course.pass(MINUTE);
    }
  }

  /** Ends event time, and settles until every window is closed. */
  void closeAll() {
    for (int round = 0; !isSettled(); round++) {
      require(round < 1000, "windows are left that do not close: " + state.frontiers().read());
      lambda.settle();
      finishActors();
      lambda.endEventTime();
      finishActors();
    }
  }

  /** Lets all vanish that may: an environment that begins then must find all that it needs. */
  void tidyUp() {
    environments.coolDown();
    for (int day = 0; day < 2; day++) {
      lambda.pass(DAY);
      retireAll();
      for (int page = 0; !state.inventory().pass().isOver(); page++) {
        require(page < 1000, "what is stored is looked through without an end");
        lambda.pass(60_000);
        settleForSure();
      }
    }
    lambda.pass(3 * DAY);
    state.deleteExpired(course.now(), () -> true);
    environments.coolDown();
    settleForSure();
  }

  /** Each settling retires some of a long chain. */
  private void retireAll() {
    long before;
    do {
      before = untimed();
      settleForSure();
    } while (untimed() < before);
  }

  private long untimed() {
    return state.runs().untimed().size()
        + state.ledger().shards().stream()
            .mapToLong(shard -> state.ledger().untimed(shard).size())
            .sum();
  }

  private void settleForSure() {
    lambda.settleAtLeisure(
        succeeded -> require(succeeded, "what has not vanished can't be settled"));
    finishActors();
  }

  private void finishActors() {
    while (scheduler.step()) {
      // Each step brings an actor nearer to its end.
    }
  }

  private boolean isSettled() {
    return state.frontiers().read().closed() == Watermark.END;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation(otherwise);
    }
  }
}
