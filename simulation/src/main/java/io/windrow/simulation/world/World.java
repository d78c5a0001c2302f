package io.windrow.simulation.world;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.LedgerException;
import io.windrow.ledger.Origin;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.oracle.Evidence;
import io.windrow.simulation.oracle.Verifier;
import io.windrow.simulation.oracle.Violation;
import io.windrow.simulation.schedule.Actor;
import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.schedule.Scheduler;
import io.windrow.view.View;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One seeded world: a stream that is written and resharded, mappings that bring its batches to
 * processing environments, settling that is triggered at any time, and faults in all of it.
 */
public final class World implements AutoCloseable {
  private static final long EPOCH = 1_700_000_000_000L;
  private static final int MOST_ACTORS = 8;
  private static final PayloadLimits SMALL = new PayloadLimits(60, 40, 300);
  private static final int FAN = 3;
  private static final long DAY = 24 * 3_600_000L;
  private static final long INVOCATION_LIMIT = 15 * 60_000L;

  private final Choices choices;
  private final Scheduler scheduler;
  private final Trace trace;
  private final Scenario scenario;
  private final BiFunction<Ports, List<View>, Ports> wiring;
  private final SimulatedStream stream = new SimulatedStream();
  private final MemoryState state = new MemoryState();
  private final Map<String, Reader> readers = new HashMap<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private final Map<Actor, Long> begun = new LinkedHashMap<>();
  private final List<Environment> environments = new ArrayList<>();
  private Faults faults;
  private long now = EPOCH;
  private long tokens;

  /** A world of small events. */
  public World(long seed, Executor threads) {
    this(seed, threads, Scenario::drawn, (ports, views) -> ports, Trace.none());
  }

  /**
   * A world of a scenario that is drawn from the seed.
   *
   * @param wiring what stands between the code and its ports, to take a safeguard away
   */
  public World(
      long seed,
      Executor threads,
      Function<Choices, Scenario> drawn,
      BiFunction<Ports, List<View>, Ports> wiring) {
    this(seed, threads, drawn, wiring, Trace.none());
  }

  /** A world that tells what happens in it. */
  World(
      long seed,
      Executor threads,
      Function<Choices, Scenario> drawn,
      BiFunction<Ports, List<View>, Ports> wiring,
      Trace trace) {
    this.trace = trace;
    this.choices = new Choices(seed);
    this.wiring = wiring;
    this.scheduler = new Scheduler(threads, choices, 0.3);
    this.scenario = drawn.apply(choices);
    this.faults = Faults.drawn(choices);
    for (int i = 0; i < scenario.shards(); i++) {
      stream.open(List.of());
    }
    stream.listed();
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
    int kind = choices.below(100);
    if (kind < 45) {
      put();
    } else if (kind < 75) {
      deliver();
    } else if (kind < 92) {
      settle();
    } else if (kind < 94) {
      timeOut();
      state.deleteExpired(now, () -> choices.chance(0.7));
    } else if (kind < 97) {
      pass(choices.between(0, choices.chance(0.05) ? 3 * DAY : 30_000));
      state.deleteExpired(now, () -> choices.chance(0.7));
    } else if (kind < 99) {
      reshard();
    } else {
      readers.values().forEach(reader -> reader.rewind(choices.below(reader.done() + 1)));
    }
  }

  /** Lambda ends whatever has gone on for too long. */
  private void pass(long time) {
    now += time;
    begun.keySet().removeIf(Actor::isFinished);
    begun.forEach(
        (actor, at) -> {
          if (now - at > INVOCATION_LIMIT) {
            actor.doom();
          }
        });
  }

  private void put() {
    pass(choices.between(0, 2_000));
    SimulatedShard shard = choices.oneOf(stream.openShards());
    String sequence = stream.nextSequence();
    int inside = choices.chance(0.2) ? 1 + choices.below(4) : 1;
    List<StreamRecord> records = new ArrayList<>();
    for (int i = 0; i < inside; i++) {
      Position position = new Position(shard.id(), sequence, i);
      records.add(
          new StreamRecord(
              position, "key", now, scenario.payloads().draw(choices, now), i < inside - 1));
    }
    trace.note("producer", "puts", records.get(0).position() + " at " + now);
    shard.put(records, now + choices.between(0, 5_000));
  }

  private void reshard() {
    List<SimulatedShard> open = stream.openShards();
    if (choices.chance(0.2) && stream.shards().size() < 16) {
      stream.open(List.of());
      stream.listed();
    } else if (open.size() > 1 && choices.chance(0.5)) {
      trace.note("owner", "merges", open.get(0).id() + " and " + open.get(open.size() - 1).id());
      stream.merge(open.get(0), open.get(open.size() - 1));
    } else if (open.size() < 5) {
      SimulatedShard parent = choices.oneOf(open);
      trace.note("owner", "splits", parent.id());
      stream.split(parent);
    }
  }

  private void deliver() {
    SimulatedShard shard = choices.oneOf(stream.shards());
    Reader reader = reader(shard);
    reader.next(now).ifPresent(cut -> deliver(reader, cut));
    if (reader.done() > 0 && choices.chance(faults.repeat())) {
      int from = choices.below(reader.done());
      int to = from + 1 + choices.below(reader.done() - from);
      invoke(shard, from, to, Answer.UNHEARD);
    }
  }

  private Reader reader(SimulatedShard shard) {
    return readers.computeIfAbsent(shard.id(), id -> new Reader(shard));
  }

  private void deliver(Reader reader, Reader.Cut cut) {
    int to = cut.from() + 1 + choices.below(cut.to() - cut.from());
    Delivery delivery = new Delivery(reader, to);
    deliveries.add(delivery);
    invoke(reader.shard(), cut.from(), to, delivery);
  }

  /** Lambda gives up on an invocation and has the batch tried again, while the first goes on. */
  private void timeOut() {
    deliveries.removeIf(Delivery::isOver);
    if (!deliveries.isEmpty()) {
      choices.oneOf(deliveries).timeOut();
    }
  }

  private void invoke(SimulatedShard shard, int from, int to, Answer answer) {
    trace.note("mapping", "brings", shard.id() + " " + from + " to " + to);
    Environment environment = environment();
    Batch batch = new Batch(shard.id(), shard.records(from, to));
    invoke(
        "process " + shard.id() + " " + from + ".." + to,
        environment,
        answer,
        () -> environment.committer().commit(batch, token(), now));
  }

  private void settle() {
    Environment environment = environment();
    Deadline deadline = () -> choices.chance(faults.nearDeadline());
    invoke(
        "settle",
        environment,
        Answer.UNHEARD,
        () -> environment.settler().settle(now, token(), deadline));
  }

  private void invoke(String name, Environment environment, Answer answer, Runnable body) {
    environment.use(now);
    Actor actor =
        scheduler.spawn(
            name,
            () -> {
              boolean alive = false;
              boolean success = false;
              try {
                success = succeeds(body);
                alive = true;
              } finally {
                environment.release(alive);
                answer.hear(success);
              }
            });
    begun.put(actor, now);
  }

  private static boolean succeeds(Runnable body) {
    try {
      body.run();
      return true;
    } catch (SimulatedException | LedgerException e) {
      return false;
    }
  }

  private Environment environment() {
    environments.removeIf(Environment::isDead);
    List<Environment> free = environments.stream().filter(Environment::isFree).toList();
    if (!free.isEmpty() && choices.chance(0.9)) {
      return choices.oneOf(free);
    }
    Effects effects = new Effects(scheduler, choices, () -> faults, trace);
    Invocation invocation = new Invocation();
    Ports real =
        effects.over(
            state
                .ports(new SimulatedSource(stream, effects, choices, () -> faults, () -> now))
                .with(new ChainWatch(state.ledger(), stream, invocation)));
    Ports ports = wiring.apply(real, scenario.steps().views());
    Origin origin = new Origin(1, "earliest");
    Environment fresh =
        new Environment(
            invocation,
            new Committer(ports, scenario.steps(), origin, SMALL),
            new Settler(ports, scenario.steps(), origin, new RunBounds(FAN), 2));
    environments.add(fresh);
    return fresh;
  }

  private String token() {
    return "token-" + tokens++;
  }

  /**
   * Lets everything come to rest without faults: all is delivered, event time ends, every window
   * closes.
   */
  public void drain() {
    faults = Faults.NONE;
    scheduler.actors().forEach(actor -> actor.freezeUntil(0));
    now += 60_000;
    finishActors();
    for (int round = 0; !isDrained(); round++) {
      require(round < 10_000, "records are left that no batch brings to an end");
      stream
          .shards()
          .forEach(shard -> reader(shard).next(now).ifPresent(cut -> deliver(reader(shard), cut)));
      finishActors();
    }
    for (int round = 0; !isSettled(); round++) {
      require(round < 1000, "windows are left that do not close: " + state.frontiers().read());
      settle();
      finishActors();
      Environment environment = environment();
      invoke(
          "end event time",
          environment,
          Answer.UNHEARD,
          () -> environment.settler().endEventTime(token()));
      finishActors();
    }
    tidyUp();
  }

  /** Lets all vanish that may; what is left must do, and be little. */
  private void tidyUp() {
    environments.clear();
    for (int day = 0; day < 2; day++) {
      pass(DAY);
      settleForSure();
      for (int page = 0; !state.inventory().pass().isOver(); page++) {
        require(page < 1000, "what is stored is looked through without an end");
        pass(60_000);
        settleForSure();
      }
    }
    pass(3 * DAY);
    state.deleteExpired(now, () -> true);
    environments.clear();
    settleForSure();
    Remains.verify(state, FAN);
  }

  private void settleForSure() {
    Environment environment = environment();
    invoke(
        "settle",
        environment,
        succeeded -> require(succeeded, "what has not vanished can't be settled"),
        () -> environment.settler().settle(now, token()));
    finishActors();
  }

  private void finishActors() {
    while (scheduler.step()) {
      // Each step brings an actor nearer to its end.
    }
  }

  private boolean isDrained() {
    return stream.shards().stream().allMatch(shard -> reader(shard).hasAll());
  }

  private boolean isSettled() {
    return state.frontiers().read().closed() == Watermark.END;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation(otherwise);
    }
  }

  /** Compares all that came out with the oracle. */
  public void verify() {
    List<Evidence> shards = stream.shards().stream().map(this::evidence).toList();
    Verifier.verify(scenario.steps(), shards, state.results().byId(), state.quarantine().files());
  }

  private Evidence evidence(SimulatedShard shard) {
    return new Evidence(
        shard.id(),
        !shard.isOpen(),
        shard.records(),
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
}
