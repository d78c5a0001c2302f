package io.windrow.simulation.world;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Origin;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.PoisonRules;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.schedule.Actor;
import io.windrow.simulation.schedule.Choices;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final PayloadLimits SMALL = new PayloadLimits(60, 40, 300, 2);
  private static final long SUSPICIOUS = 20_000;
  private static final long INVOCATION_LIMIT = 15 * 60_000L;

  private final Course course;
  private final Choices choices;
  private final Setting setting;
  private final Scenario scenario;
  private final SimulatedStream stream;
  private final MemoryState state;
  private final RunBounds bounds;
  private final Map<Actor, Long> begun = new LinkedHashMap<>();
  private final List<Environment> environments = new ArrayList<>();
  private Steps steps;
  private long generation = 1;
  private long tokens;

  SimulatedLambda(
      Course course,
      Scenario scenario,
      Setting setting,
      SimulatedStream stream,
      MemoryState state,
      RunBounds bounds) {
    this.course = course;
    this.choices = course.choices();
    this.scenario = scenario;
    this.steps = scenario.steps();
    this.setting = setting;
    this.stream = stream;
    this.state = state;
    this.bounds = bounds;
  }

  /** Invokes processing with a range of the puts of a shard. */
  void process(SimulatedShard shard, int from, int to, IntConsumer done) {
    course.note("mapping", "brings", shard.id() + " " + from + " to " + to);
    Environment environment = environment();
    Batch batch = new Batch(shard.id(), shard.records(from, to));
    AtomicInteger reached = new AtomicInteger(from);
    invoke(
        "process " + shard.id() + " " + from + ".." + to,
        environment,
        alive -> done.accept(reached.get()),
        () -> {
          Optional<String> again = environment.functions().process(batch, this::isNearDeadline);
          reached.set(again.map(shard::putsBefore).orElse(to));
          return true;
        });
  }

  /** Invokes settling. */
  void settle() {
    Environment environment = environment();
    invoke(
        "settle",
        environment,
        Answer.UNHEARD,
        () -> environment.functions().settle(this::isNearDeadline));
  }

  private boolean isNearDeadline() {
    boolean near = choices.chance(course.faults().nearDeadline());
    if (near) {
      course.meet(Fault.NEAR_DEADLINE);
    }
    return near;
  }

  /** Invokes settling with as much time as it wants. */
  void settleAtLeisure(Answer answer) {
    Environment environment = environment();
    invoke("settle", environment, answer, () -> environment.functions().settle(Deadline.NONE));
  }

  /** Invokes the end of event time. */
  void endEventTime() {
    Environment environment = environment();
    invoke("end event time", environment, Answer.UNHEARD, () -> endsEventTime(environment));
  }

  /** What begins from now on is of the next generation; what is warm goes on as it is. */
  void deploy(Steps next) {
    steps = next;
    generation++;
  }

  /** Lets nothing that is warm be used again. */
  void coolDown() {
    environments.clear();
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
      return environment.settler().endEventTime(token());
    } catch (ShardWaitsException e) {
      return false;
    }
  }

  private void invoke(String name, Environment environment, Answer answer, BooleanSupplier body) {
    environment.use(course.now());
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

  private Environment environment() {
    environments.removeIf(Environment::isDead);
    List<Environment> free = environments.stream().filter(Environment::isFree).toList();
    if (!free.isEmpty() && choices.chance(0.9)) {
      return choices.oneOf(free);
    }
    Effects effects = new Effects(course, setting.code());
    Invocation invocation = new Invocation();
    Ports real =
        effects.over(
            state
                .ports(new SimulatedSource(stream, effects, course))
                .with(new ChainWatch(state.ledger(), stream, invocation)));
    Ports ports = setting.wiring().apply(real, steps.views());
    Origin origin = new Origin(generation, "earliest");
    Deadly deadly = new Deadly(course, scenario);
    Committer committer =
        new Committer(
            ports.chains(),
            deadly.over(steps),
            origin,
            SMALL,
            setting.poison().apply(new PoisonRules(SUSPICIOUS, deadly::rehearse)));
    Settler settler = new Settler(ports, steps.windows(), origin, bounds, SMALL, 2);
    InstantSource clock = () -> Instant.ofEpochMilli(course.now());
    Functions functions = setting.code().start(committer, settler, clock, this::token);
    Environment fresh = new Environment(invocation, deadly, effects, functions, settler);
    environments.add(fresh);
    return fresh;
  }

  private String token() {
    return "token-" + tokens++;
  }
}
