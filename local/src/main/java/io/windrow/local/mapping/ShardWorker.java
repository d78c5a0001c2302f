package io.windrow.local.mapping;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The thread's work for one shard: reads, gathers batches, has them handled until none is left. */
final class ShardWorker {

  /** How long to wait at most before looking around again, in milliseconds. */
  static final long POLL = 100;

  private final MappingConfig config;
  private final ShardReader reader;
  private final Delivery delivery;
  private final InstantSource clock;
  private final Signal signal;
  private final BatchBuffer buffer;
  private final ShardProcessor processor;
  private final Attempts attempts;

  /** Whether every record read has been handled. Guarded by this, as is the reader. */
  private boolean idle = true;

  private List<ShardRecord> batch = List.of();

  ShardWorker(Mapped mapped, String shard, ShardReader reader) {
    EnvelopeWriter envelope = new EnvelopeWriter(mapped.config(), shard);
    this.config = mapped.config();
    this.reader = reader;
    this.delivery = mapped.deliveries().apply(shard);
    this.clock = mapped.clock();
    this.signal = mapped.signal();
    this.buffer = new BatchBuffer(config, envelope::sizeOf);
    this.processor = new ShardProcessor(shard, new RetryPolicy(config, delivery::bisect));
    Invoker invoker = new Invoker(shard, config, delivery.through(mapped.function()), envelope);
    this.attempts = new Attempts(mapped, shard, processor, invoker, envelope);
  }

  /** Works until the shard is closed and drained, or the mapping is closed. */
  void run() throws InterruptedException {
    while (!signal.closed() && !finished()) {
      if (processor.idle()) {
        gather();
      } else {
        attempts.next();
        if (processor.idle()) {
          handled();
        }
      }
    }
  }

  private void gather() throws InterruptedException {
    long now = clock.millis();
    boolean ended = poll(now);
    if (buffer.isEmpty()) {
      if (!ended) {
        reader.await(Duration.ofMillis(POLL));
      }
    } else if (ended || buffer.dueIn(now) == 0) {
      batch = buffer.take(delivery.batch(config.batchSize()));
      processor.begin(batch);
    } else {
      reader.await(Duration.ofMillis(Math.min(POLL, buffer.dueIn(now))));
    }
  }

  /** Reads what the next batch can use, and says whether the shard has ended. */
  private synchronized boolean poll(long now) {
    int room = buffer.room();
    if (room > 0) {
      buffer.add(reader.read(room), now);
    }
    idle = buffer.isEmpty();
    return reader.ended();
  }

  private void handled() {
    int again = delivery.rewind(batch.size());
    buffer.putBack(batch.subList(batch.size() - again, batch.size()));
    synchronized (this) {
      idle = buffer.isEmpty();
    }
    signal.raise();
  }

  /** Whether every record that the shard holds now has been handled. */
  synchronized boolean drained() {
    return idle && reader.atTip();
  }

  /** Whether the shard is closed, and every record of it has been handled. */
  synchronized boolean finished() {
    return idle && reader.ended();
  }
}
