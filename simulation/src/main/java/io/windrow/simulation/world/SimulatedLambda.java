package io.windrow.simulation.world;

import io.windrow.ledger.Deadline;
import io.windrow.ledger.DividedShardException;
import io.windrow.ledger.LedgerException;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.record.Batch;
import io.windrow.simulation.schedule.Actor;
import io.windrow.simulation.schedule.Choices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * The functions of a pipeline as Lambda runs them: invocations in environments that stay warm, side
 * by side, ended when they have gone on for too long.
 */
final class SimulatedLambda {
  private static final long INVOCATION_LIMIT = 15 * 60_000L;

  private final Course course;
  private final Choices choices;
  private final Environments environments;
  private final Map<Actor, Long> begun = new LinkedHashMap<>();

  SimulatedLambda(Course course, Environments environments) {
    this.course = course;
    this.choices = course.choices();
    this.environments = environments;
  }

  /** Invokes processing with a range of the puts of a shard. */
  void process(SimulatedShard shard, int from, int to, IntConsumer done) {
    course.note("mapping", "brings", shard.id() + " " + from + " to " + to);
    Environment environment = environments.any();
    Batch batch = new Batch(shard.id(), shard.records(from, to));
    AtomicInteger reached = new AtomicInteger(from);
    invoke(
        "process " + shard.id() + " " + from + ".." + to,
        environment,
        from,
        alive -> done.accept(reached.get()),
        () -> {
          Optional<String> again = process(environment, shard, batch);
          reached.set(again.map(shard::putsBefore).orElse(to));
          return true;
        });
  }

  private Optional<String> process(Environment environment, SimulatedShard shard, Batch batch) {
    try {
      return environment.functions().process(batch, this::isNearDeadline);
    } catch (DividedShardException e) {
      return failed(e, !shard.lost().isEmpty(), again(batch));
    } catch (LedgerException e) {
      return failed(e, isRefused(e), again(batch));
    }
  }

  private static Optional<String> again(Batch batch) {
    return Optional.of(batch.records().get(0).position().sequence());
  }

  private boolean settle(Environment environment) {
    try {
      return environment.functions().settle(this::isNearDeadline);
    } catch (LedgerException e) {
      return failed(e, isRefused(e), false);
    }
  }

  /** Newer code has taken over what code of a former generation goes on with. */
  private static boolean isRefused(LedgerException e) {
    return String.valueOf(e.getMessage()).contains("taken over by a greater generation");
  }

  /**
   * What becomes of a call that found a ledger other than it should be.
   *
   * @param isRight whether it must be so here: newer code has taken over, or the stream had deleted
   *     what the call's batch held, another reader has read on, and the two look as if they took
   *     turns
   */
  private static <T> T failed(LedgerException e, boolean isRight, T answer) {
    if (!isRight) {
      throw e;
    }
    return answer;
  }

  /** Invokes settling. */
  void settle() {
    Environment environment = environments.any();
    invoke("settle", environment, Answer.UNHEARD, () -> settle(environment));
  }

  private boolean isNearDeadline() {
    boolean near = choices.chance(course.faults().of(Fault.NEAR_DEADLINE));
    if (near) {
      course.meet(Fault.NEAR_DEADLINE);
    }
    return near;
  }

  /** Invokes settling with as much time as it wants. */
  void settleAtLeisure(Answer answer) {
    Environment environment = environments.any();
    invoke("settle", environment, answer, () -> environment.functions().settle(Deadline.NONE));
  }

  /** Invokes the end of event time. */
  void endEventTime() {
    Environment environment = environments.any();
    invoke("end event time", environment, Answer.UNHEARD, () -> endsEventTime(environment));
  }

  /** Lets time pass, and ends whatever has gone on for too long by then. */
  void pass(long time) {
    course.pass(time);
    begun.keySet().removeIf(Actor::isFinished);
    begun.forEach(
        (actor, at) -> {
          if (course.now() - at > INVOCATION_LIMIT) {
            actor.doom();
          }
        });
  }

  private boolean endsEventTime(Environment environment) {
    try {
      return environment.settler().endEventTime(environments.token());
    } catch (ShardWaitsException e) {
      return false;
    }
  }

  private void invoke(String name, Environment environment, Answer answer, BooleanSupplier body) {
    invoke(name, environment, 0, answer, body);
  }

  private void invoke(
      String name, Environment environment, int firstPut, Answer answer, BooleanSupplier body) {
    environment.use(firstPut);
    Actor actor =
        course
            .scheduler()
            .spawn(
                name,
                () -> {
                  boolean alive = false;
                  boolean success = false;
                  try {
                    success = body.getAsBoolean();
                    alive = true;
                  } finally {
                    environment.release(alive);
                    answer.hear(success);
                  }
                });
    begun.put(actor, course.now());
  }
}
