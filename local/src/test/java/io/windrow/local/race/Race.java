package io.windrow.local.race;

import io.windrow.functions.dynamodb.DynamoTables;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Payload;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Source.Shard;
import io.windrow.local.chaos.ChaosPorts;
import io.windrow.local.race.Environments.Environment;
import io.windrow.record.Batch;
import io.windrow.simulation.memory.MemoryQuarantine;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.simulation.oracle.Deadliness;
import io.windrow.simulation.oracle.Evidence;
import io.windrow.simulation.oracle.Verifier;
import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.world.Scenario;
import io.windrow.view.Result;
import io.windrow.window.Watermark;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One drawn scenario on DynamoDB Local, by threads that nothing holds together: a producer that
 * reshards, a reader for each shard, several settlers, and kills at their writes.
 */
final class Race {
  private static final String PIPELINE = "race";
  private static final PayloadLimits SMALL = new PayloadLimits(60, 40, 300, 2);
  private static final Origin ORIGIN = new Origin(1, "earliest");
  private static final int PUTS = 24;
  private static final int SETTLERS = 2;
  private static final int MOST_ROUNDS = 20;
  private static final long SETTLING_PAUSE_NANOS = 20_000_000;

  private final long seed;
  private final Scenario scenario;
  private final MemoryStream stream = new MemoryStream();
  private final Producer producer;
  private final MemoryQuarantine quarantine = new MemoryQuarantine();
  private final DynamoTables tables;
  private final Environments environments;
  private final ExecutorService threads;
  private volatile boolean produced;
  private volatile boolean drained;

  Race(long seed, DynamoDbClient client, ExecutorService threads) {
    this.seed = seed;
    this.threads = threads;
    Choices choices = new Choices(seed);
    this.scenario = Scenario.drawn(choices);
    this.producer = new Producer(stream, scenario, choices);
    this.tables = DynamoTables.create(client, "state-" + seed, "results-" + seed, PIPELINE);
    Ports struck = new ChaosPorts(seed, fault -> {}).over(plain());
    this.environments = new Environments(() -> environment(struck));
  }

  private Ports plain() {
    return tables.ports(quarantine, stream);
  }

  private Environment environment(Ports ports) {
    return new Environment(
        new Committer(ports.chains(), scenario.steps(), ORIGIN, SMALL),
        new Settler(ports, scenario.steps().windows(), ORIGIN, new RunBounds(3), SMALL, 2));
  }

  /** Runs it to its end. */
  void run() {
    List<CompletableFuture<Void>> settlers = new ArrayList<>();
    for (int i = 0; i < SETTLERS; i++) {
      settlers.add(CompletableFuture.runAsync(this::settleOn, threads));
    }
    CompletableFuture<Void> producing = CompletableFuture.runAsync(this::produce, threads);
    try {
      readAll();
      producing.join();
    } finally {
      produced = true;
      drained = true;
      settlers.forEach(CompletableFuture::join);
    }
    end();
  }

  private void produce() {
    producer.produce(PUTS);
    produced = true;
  }

  private void settleOn() {
    while (!drained) {
      environments.invoke(
          (environment, token) -> environment.settler().settle(stream.now(), token));
      LockSupport.parkNanos(SETTLING_PAUSE_NANOS);
    }
  }

  /** Gives each shard a reader as soon as it is listed, before its parents are drained. */
  private void readAll() {
    Set<String> known = new HashSet<>();
    List<CompletableFuture<Void>> readers = new ArrayList<>();
    boolean last;
    do {
      last = produced;
      for (Shard shard : stream.shards()) {
        if (known.add(shard.id())) {
          readers.add(CompletableFuture.runAsync(reader(shard.id()), threads));
        }
      }
      LockSupport.parkNanos(500_000);
    } while (!last);
    readers.forEach(CompletableFuture::join);
  }

  private ShardReader reader(String shard) {
    Choices own = new Choices(seed * 31 + shard.hashCode());
    return new ShardReader(stream, shard, own, this::commit, threads, () -> produced);
  }

  private boolean commit(Batch batch) {
    return environments.invoke(
        (environment, token) -> environment.committer().commit(batch, token, stream.now()));
  }

  /** Comes to rest without faults: every window closes, and the last runs are made. */
  private void end() {
    Settler settler = environment(plain()).settler();
    Frontiers frontiers = tables.frontiers();
    for (int round = 0; frontiers.read().closed() != Watermark.END; round++) {
      if (round == MOST_ROUNDS) {
        throw new AssertionError("windows are left that do not close: " + frontiers.read());
      }
      settler.endEventTime("end-" + round);
      settler.settle(stream.now(), "settle-" + round);
    }
    settler.settle(stream.now(), "last");
  }

  /** Compares all that came out with the oracle. */
  void verify() {
    Set<String> ended =
        stream.shards().stream()
            .flatMap(shard -> shard.parents().stream())
            .collect(Collectors.toSet());
    List<Evidence> shards =
        stream.shards().stream()
            .map(shard -> evidence(shard.id(), ended.contains(shard.id())))
            .toList();
    Map<String, Result> stored =
        tables
            .results()
            .scan(scenario.steps().views())
            .collect(Collectors.toMap(Result::id, Function.identity()));
    Verifier.verify(
        scenario.steps(), record -> Deadliness.HARMLESS, shards, stored, quarantine.files());
  }

  private Evidence evidence(String shard, boolean ended) {
    Ledger ledger = tables.ledger();
    List<Entry> entries = new ArrayList<>();
    for (List<Entry> page = ledger.read(shard, 0); !page.isEmpty(); ) {
      entries.addAll(page);
      page = ledger.read(shard, entries.get(entries.size() - 1).index() + 1);
    }
    return new Evidence(
        shard, ended, stream.records(shard, null), entries, commit -> payload(shard, commit));
  }

  private byte[] payload(String shard, Entry.Commit commit) {
    if (commit.payload() instanceof Payload.Inline inline) {
      return inline.content();
    }
    PayloadKey key = new PayloadKey(shard, commit.index(), commit.token());
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int part = 0; part < ((Payload.Parts) commit.payload()).items(); part++) {
      content.writeBytes(tables.ledger().payload(key, part).orElseThrow());
    }
    return content.toByteArray();
  }
}
