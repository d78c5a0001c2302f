package io.windrow.local.race;

import io.windrow.record.Batch;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.simulation.schedule.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Brings the batches of one shard as a mapping does, in order and cut at random, and now and then
 * one twice at the same moment, or one that was brought before.
 */
final class ShardReader implements Runnable {
  private static final long PAUSE_NANOS = 2_000_000;

  private final MemoryStream stream;
  private final String shard;
  private final Choices choices;
  private final Predicate<Batch> function;
  private final Executor twins;
  private final BooleanSupplier finished;
  private int done;

  /**
   * A reader.
   *
   * @param function whether the invocation with a batch succeeded
   * @param finished whether no more records will be put
   */
  ShardReader(
      MemoryStream stream,
      String shard,
      Choices choices,
      Predicate<Batch> function,
      Executor twins,
      BooleanSupplier finished) {
    this.stream = stream;
    this.shard = shard;
    this.choices = choices;
    this.function = function;
    this.twins = twins;
    this.finished = finished;
  }

  @Override
  public void run() {
    List<CompletableFuture<Boolean>> under = new ArrayList<>();
    boolean last;
    do {
      last = finished.getAsBoolean();
      List<StreamRecord> records = stream.records(shard, null);
      while (done < records.size()) {
        bring(records, under);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    } while (!last);
    under.forEach(CompletableFuture::join);
  }

  private void bring(List<StreamRecord> records, List<CompletableFuture<Boolean>> under) {
    int from = between(records, choices.chance(0.2) ? choices.below(done + 1) : done);
    int to = between(records, from + 1 + choices.below(records.size() - from));
    Batch batch = new Batch(shard, records.subList(from, to));
    if (choices.chance(0.15)) {
      under.add(CompletableFuture.supplyAsync(() -> function.test(batch), twins));
    }
    if (function.test(batch)) {
      done = Math.max(done, to);
    } else {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** At or after an index, where no aggregate is cut. */
  private static int between(List<StreamRecord> records, int index) {
    int between = index;
    while (between > 0 && records.get(between - 1).moreInside()) {
      between++;
    }
    return between;
  }
}
