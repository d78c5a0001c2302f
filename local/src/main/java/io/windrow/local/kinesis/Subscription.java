package io.windrow.local.kinesis;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.util.Callback;

/** What a consumer is given of one shard, record by record as they come, for five minutes. */
final class Subscription {
  /** API reference, "SubscribeToShard". */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** How often a consumer hears that nothing has come. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  private static final int MOST_RECORDS = 10_000;
  private static final long MOST_BYTES = 2 << 20;

  private final Shard shard;
  private final EventStream events;
  private final Callback callback;
  private final long end = System.nanoTime() + LONGEST.toNanos();
  private long next;
  private volatile boolean ended;

  Subscription(Shard shard, long from, EventStream events, Callback callback) {
    this.shard = shard;
    this.next = from;
    this.events = events;
    this.callback = callback;
  }

  /** Has it end with its next event. */
  void end() {
    ended = true;
  }

  /** Sends events until it ends, or the consumer goes. */
  void run() {
    try (events) {
      events.send("initial-response", new Structure());
      while (!ended && System.nanoTime() < end) {
        step();
      }
    } catch (IOException | InterruptedException e) {
      callback.failed(e);
      return;
    }
    callback.succeeded();
  }

  private void step() throws IOException, InterruptedException {
    boolean unused = shard.log().await(next, HEARTBEAT);
    Slice slice = shard.log().read(next, MOST_RECORDS, MOST_BYTES);
    next = slice.next();
    ended = ended || slice.ended();
    events.send("SubscribeToShardEvent", event(slice));
  }

  private Structure event(Slice slice) {
    return new Structure()
        .with("Records", slice.records().stream().map(ReadOperations::structure).toList())
        .with("ContinuationSequenceNumber", slice.ended() ? null : lastRead(slice).toString())
        .with("MillisBehindLatest", slice.millisBehindLatest())
        .with("ChildShards", slice.ended() ? ReadOperations.children(shard.end()) : List.of());
  }

  /** The number after which the next subscription goes on: that of the shard's start at least. */
  private SequenceNumber lastRead(Slice slice) {
    return new SequenceNumber(Math.max(slice.next() - 1, shard.log().start()), shard.index());
  }
}
