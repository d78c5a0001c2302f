package io.windrow.local.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping between a stream and a function, as Lambda runs it: each shard has its batches handled
 * strictly in order, by one invocation at a time (parallelization factor 1), and only after the
 * shards that it was split or merged from.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">the manual</a>
 */
public final class EventSourceMapping implements AutoCloseable {
  private final Mapped mapped;
  private final Map<String, ShardWorker> workers = new LinkedHashMap<>();
  private final Map<String, Thread> threads = new LinkedHashMap<>();
  private final Thread assigner;
  private @Nullable Throwable broken;

  EventSourceMapping(Mapped mapped) {
    this.mapped = mapped;
    this.assigner = thread("windrow-mapping", this::assign);
  }

  /** A mapping that is going to read these shards and call this function. */
  public static EventSourceMappingBuilder builder(
      MappingConfig config, Shards shards, LambdaFunction function) {
    return new EventSourceMappingBuilder(config, shards, function);
  }

  /** Begins: shards that are there now are read from the starting position. */
  public synchronized void start() {
    for (Shards.Shard shard : mapped.shards().list()) {
      open(shard, mapped.config().start());
    }
    assigner.start();
  }

  private void open(Shards.Shard shard, StartingPosition from) {
    workers.computeIfAbsent(
        shard.id(), id -> new ShardWorker(mapped, id, mapped.shards().open(id, from)));
  }

  private void assign() throws InterruptedException {
    while (!mapped.signal().closed()) {
      long seen = mapped.signal().seen();
      startWhatCanBe();
      mapped.signal().await(seen, ShardWorker.POLL);
    }
  }

  /** Opens the shards that are new, and starts those whose parents are done or gone. */
  private synchronized void startWhatCanBe() {
    List<Shards.Shard> listed = mapped.shards().list();
    for (Shards.Shard shard : listed) {
      open(shard, new StartingPosition.TrimHorizon());
    }
    for (Shards.Shard shard : listed) {
      if (!threads.containsKey(shard.id()) && shard.parents().stream().allMatch(this::done)) {
        ShardWorker worker = worker(shard);
        Thread thread = thread("windrow-" + shard.id(), worker::run);
        threads.put(shard.id(), thread);
        thread.start();
      }
    }
  }

  private boolean done(String parent) {
    ShardWorker worker = workers.get(parent);
    return worker == null || worker.finished();
  }

  private ShardWorker worker(Shards.Shard shard) {
    ShardWorker worker = workers.get(shard.id());
    if (worker == null) {
      throw new IllegalStateException(shard.id() + " was listed and not opened");
    }
    return worker;
  }

  /** Whether every record that the stream holds now has been handled, in every shard. */
  public synchronized boolean drained() {
    if (broken != null) {
      throw new IllegalStateException("the mapping stopped: " + broken, broken);
    }
    return mapped.shards().list().stream()
        .allMatch(shard -> threads.containsKey(shard.id()) && worker(shard).drained());
  }

  /**
   * Waits until {@link #drained}.
   *
   * @throws IllegalStateException when a thread of the mapping died
   */
  public void awaitDrained() throws InterruptedException {
    long seen = mapped.signal().seen();
    while (!drained()) {
      mapped.signal().await(seen, ShardWorker.POLL);
      seen = mapped.signal().seen();
    }
  }

  /** Ends after the invocations under way. What was not handled is left. */
  @Override
  public void close() {
    mapped.signal().close();
    List<Thread> all = new ArrayList<>();
    synchronized (this) {
      all.addAll(threads.values());
    }
    all.add(assigner);
    try {
      for (Thread each : all) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread thread(String name, Work work) {
    Thread thread = new Thread(() -> guarded(work), name);
    thread.setDaemon(true);
    return thread;
  }

  private void guarded(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        broken = e;
      }
    }
    mapped.signal().raise();
  }

  /** What a thread does. */
  private interface Work {
    void run() throws InterruptedException;
  }
}
