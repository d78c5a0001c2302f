package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Steps;
import io.windrow.record.Position;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.oracle.Evidence;
import io.windrow.simulation.oracle.Verifier;
import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.schedule.Scheduler;
import io.windrow.view.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * One seeded world: a stream that is written and resharded, mappings that bring its batches to
 * processing environments, settling that is triggered at any time, and faults in all of it.
 */
public final class World implements AutoCloseable {
  private static final int MOST_ACTORS = 8;
  private static final int FAN = 3;
  private static final long DAY = 24 * 3_600_000L;

  private final Course course;
  private final Choices choices;
  private final Scheduler scheduler;
  private final Scenario scenario;
  private final SimulatedStream stream = new SimulatedStream();
  private final MemoryState state = new MemoryState();
  private final SimulatedOwner owner;
  private final Environments environments;
  private final SimulatedLambda lambda;
  private final SimulatedMapping mapping;

  /** A world of a seed. */
  public World(long seed, Executor threads, Setting setting) {
    this(seed, threads, setting, Trace.none());
  }

  /** A world that tells what happens in it. */
  World(long seed, Executor threads, Setting setting, Trace trace) {
    this.course = new Course(seed, threads, trace);
    this.choices = course.choices();
    this.scheduler = course.scheduler();
    this.scenario = setting.drawn().apply(choices);
    course.beginFaults(setting.faults());
    this.owner = new SimulatedOwner(stream, scenario, course);
    this.environments =
        new Environments(course, scenario, setting, stream, state, new RunBounds(FAN));
    this.lambda = new SimulatedLambda(course, environments);
    this.mapping = new SimulatedMapping(stream, lambda, course);
    for (int i = 0; i < scenario.shards(); i++) {
      stream.open(List.of());
    }
    stream.listed();
    state.frontiers().identify("the table");
  }

  /** Lets the world go on for so many steps. */
  public void run(long steps) {
    while (scheduler.steps() < steps) {
      boolean crowded = scheduler.actors().size() >= MOST_ACTORS;
      boolean quiet = !crowded && choices.chance(0.15);
      if (quiet || !scheduler.step()) {
        happen();
      }
    }
  }

  private void happen() {
    if (choices.chance(0.2)) {
      deleteSomeExpired();
    }
    if (choices.chance(course.faults().of(Fault.TRIMMED))) {
      owner.trim();
    }
    int kind = choices.below(102);
    if (kind < 45) {
      lambda.pass(choices.between(0, 2_000));
      owner.put();
    } else if (kind < 75) {
      mapping.deliver();
    } else if (kind < 92) {
      lambda.settle();
    } else if (kind < 94) {
      mapping.timeOut();
    } else if (kind < 97) {
      lambda.pass(choices.between(0, choices.chance(0.15) ? 3 * DAY : 30_000));
    } else if (kind < 99) {
      owner.reshard();
    } else if (kind < 101) {
      change();
    } else {
      mapping.beginAnew();
    }
  }

  private void change() {
    if (choices.chance(0.5)) {
      environments.changeReference();
    } else {
      environments.deployAgain();
    }
  }

  private void deleteSomeExpired() {
    state.deleteExpired(course.now(), this::vanishes);
  }

  private boolean vanishes() {
    boolean vanishes = choices.chance(0.7);
    if (vanishes) {
      course.meet(Fault.EXPIRY);
    }
    return vanishes;
  }

  /**
   * Lets everything come to rest without faults: all is delivered, event time ends, every window
   * closes. What is left when all has vanished that may must do, and be little.
   */
  public void drain() {
    course.endFaults();
    environments.retireFormer();
    Rest rest = new Rest(course, state, environments, lambda, mapping);
    rest.deliverAll();
    rest.closeByProof(scenario.steps().behind());
    rest.closeAll();
    rest.tidyUp();
    Remains.verify(state, FAN);
  }

  /** Compares all that came out with the oracle. */
  public void verify() {
    Verifier.verify(
        scenario.steps(), scenario.deadliness(), evidence(), results(), state.quarantine().files());
  }

  Scenario scenario() {
    return scenario;
  }

  /**
   * Deploys a changed definition; warm environments go on with the former one for a while.
   *
   * @return its generation
   */
  long deploy(Steps next) {
    return environments.deploy(next);
  }

  /** Lets no environment be used again: those of a former definition least of all. */
  void coolDown() {
    environments.coolDown();
  }

  /**
   * What was written. Where a shard was trimmed, windows may say that they are incomplete: the rest
   * of a record is lost, unless an invocation that was taken for dead has it still. The oracle does
   * not know which windows, and so that is left out.
   */
  Map<String, Result> results() {
    Map<String, Result> results = new TreeMap<>(state.results().byId());
    if (stream.shards().stream().anyMatch(shard -> shard.trimmed() > 0)) {
      results.replaceAll((id, result) -> complete(result));
    }
    return results;
  }

  private static Result complete(Result result) {
    return new Result(
        result.view(),
        result.group(),
        result.windowStart(),
        result.windowEnd(),
        result.revision(),
        result.values(),
        false,
        result.zone());
  }

  List<Evidence> evidence() {
    return stream.shards().stream().map(this::evidence).toList();
  }

  private Evidence evidence(SimulatedShard shard) {
    Position last = state.ledger().head(shard.id()).map(Entry::position).orElse(null);
    shard.lose(last, shard.trimmed());
    return new Evidence(
        shard.id(),
        true,
        shard.records(),
        shard.lost(),
        state.ledger().history(shard.id()),
        commit -> state.ledger().archivedPayload(shard.id(), commit));
  }

  /** Ends what is still under way. */
  @Override
  public void close() {
    scheduler.abandon();
  }

  public long steps() {
    return scheduler.steps();
  }

  /** How often each fault has come to pass. */
  Map<Fault, Long> met() {
    return course.met();
  }
}
