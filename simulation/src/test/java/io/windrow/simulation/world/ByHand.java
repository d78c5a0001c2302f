package io.windrow.simulation.world;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.Origin;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settled;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A pipeline in memory that counts events in windows of 10 s, driven call by call. */
final class ByHand {
  static final long ARRIVAL = 1_000_000;

  private static final long THREE_DAYS = 3 * 24 * 3_600_000L;
  private static final PayloadLimits NOTHING_INLINE = new PayloadLimits(0, 100, 1000, 10_000);

  private final MemoryState state;
  private final MemoryStream stream;
  private final RunBounds bounds;
  private final @Nullable Long behind;
  private final WindowPolicy window;
  private final long generation;
  private final AtomicInteger sequence;
  private long now = ARRIVAL;

  ByHand(RunBounds bounds) {
    this(bounds, (Long) null);
  }

  /** A pipeline whose owner has said how long after it happened a record may come. */
  ByHand(RunBounds bounds, @Nullable Long behind) {
    this(bounds, behind, WindowPolicy.tumbling(10_000, 0));
  }

  /** A pipeline that counts events in other windows. */
  ByHand(RunBounds bounds, WindowPolicy window) {
    this(bounds, null, window);
  }

  private ByHand(RunBounds bounds, @Nullable Long behind, WindowPolicy window) {
    this.state = new MemoryState();
    this.stream = new MemoryStream();
    this.bounds = bounds;
    this.behind = behind;
    this.window = window;
    this.generation = 1;
    this.sequence = new AtomicInteger();
  }

  private ByHand(ByHand older) {
    this.state = older.state;
    this.stream = older.stream;
    this.bounds = older.bounds;
    this.behind = older.behind;
    this.window = older.window;
    this.generation = older.generation + 1;
    this.sequence = older.sequence;
    this.now = older.now;
  }

  /** The same pipeline as of the next deploy, where its view is computed in another way. */
  ByHand deployed() {
    return new ByHand(this);
  }

  MemoryState state() {
    return state;
  }

  MemoryStream stream() {
    return stream;
  }

  Ports ports() {
    return state.ports(stream);
  }

  long now() {
    return now;
  }

  void pass(long time) {
    now += time;
  }

  /** Three days pass, and all that has outlived its time to live is gone. */
  void vanish() {
    pass(THREE_DAYS);
    state.deleteExpired(now, () -> true);
  }

  /** The runs without a time to live, as level and number. */
  List<String> manifests() {
    return state.runs().untimed().stream()
        .filter(Item.RunManifest.class::isInstance)
        .map(item -> item.run().level() + "." + item.run().number())
        .sorted()
        .toList();
  }

  /** Commits one batch of events of these seconds; opens the shard if it is new. */
  Committed commit(Ports through, String shard, long... seconds) {
    return commit(through, batch(shard, seconds));
  }

  void commit(String shard, long... seconds) {
    commit(ports(), shard, seconds);
  }

  /** Commits a batch of one record that is rejected. */
  void commitBroken(String shard) {
    commit(ports(), batch(shard, List.of("0 - 0")));
  }

  /** Commits a batch of one record of this length that is rejected. */
  void commitBroken(String shard, int length) {
    String start = "0 - ";
    commit(ports(), batch(shard, List.of(start + "x".repeat(length - start.length()))));
  }

  private Committed commit(Ports through, Batch batch) {
    return committer(through).commit(batch, token(), now);
  }

  Committer committer(Ports through) {
    return new Committer(through.chains(), steps(), origin(), NOTHING_INLINE);
  }

  /** Puts events of these seconds, as one batch; opens the shard if it is new. */
  Batch batch(String shard, long... seconds) {
    return batch(shard, Arrays.stream(seconds).mapToObj(s -> s * 1000 + " a 1").toList());
  }

  private Batch batch(String shard, List<String> payloads) {
    if (stream.shards().stream().noneMatch(known -> known.id().equals(shard))) {
      stream.open(shard, List.of());
    }
    List<StreamRecord> records = payloads.stream().map(text -> record(shard, text)).toList();
    records.forEach(stream::put);
    return new Batch(shard, records);
  }

  private StreamRecord record(String shard, String payload) {
    Position position = new Position(shard, Integer.toString(sequence.incrementAndGet()), 0);
    byte[] data = payload.getBytes(StandardCharsets.UTF_8);
    return new StreamRecord(position, "key", ARRIVAL, data, false);
  }

  private String token() {
    return "token-" + sequence.incrementAndGet();
  }

  Settled settle(Settler settler) {
    return settle(settler, Deadline.NONE);
  }

  Settled settle(Settler settler, Deadline deadline) {
    return settler.settle(now, token(), deadline);
  }

  Settled settle(Ports through) {
    return settle(settler(through));
  }

  Settled settle() {
    return settle(ports());
  }

  /** Ends event time, so that every window closes. */
  void drain() {
    settle();
    settler(ports()).endEventTime(token());
    settle();
  }

  Settler settler(Ports through) {
    return new Settler(through, steps().windows(), origin(), bounds, PayloadLimits.STANDARD, 1);
  }

  private Origin origin() {
    return new Origin(generation, "earliest");
  }

  private Steps steps() {
    View view =
        new View(
            "counts",
            Long.toString(generation),
            List.of(),
            window,
            List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));
    return new Steps(new SmallEvents(), new TableEnrichment(List.of()), List.of(view), behind);
  }

  /** How many events are in results. */
  long counted() {
    return state.results().byId().values().stream()
        .map(Result::values)
        .mapToLong(values -> (Long) Objects.requireNonNull(values.get("n")))
        .sum();
  }

  /** How many events were accepted. */
  long accepted() {
    return state.ledger().shards().stream()
        .flatMap(shard -> state.ledger().history(shard).stream())
        .filter(Entry.Commit.class::isInstance)
        .mapToLong(entry -> ((Entry.Commit) entry).counts().accepted())
        .sum();
  }
}
