package io.windrow.local.chaos;

import io.windrow.local.chaos.StreamShards.Open;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The wait until an empty shard has come as far as one that takes records. */
final class Rise {
  private static final long LOOK_MILLIS = 10;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Progress progress;

  Rise(Progress progress) {
    this.progress = progress;
  }

  /**
   * Waits until what was put is committed, and gives the shard of the least watermark: empty shards
   * rise no further.
   */
  Optional<Open> awaitFurthestBehind(List<Open> taking) {
    boolean known =
        await(
            () ->
                progress.isDrained()
                    && taking.stream().allMatch(shard -> watermark(shard).isPresent()));
    return known
        ? taking.stream().min(Comparator.comparing(shard -> watermark(shard).orElseThrow()))
        : Optional.empty();
  }

  /** Waits until an empty shard's watermark is at least that of another; false if it is not. */
  boolean await(Open empty, Open other) {
    return await(
        () -> {
          Optional<Long> risen = watermark(empty);
          return risen.isPresent() && risen.get() >= watermark(other).orElseThrow();
        });
  }

  private Optional<Long> watermark(Open shard) {
    return progress.watermark(shard.id());
  }

  private boolean await(BooleanSupplier condition) {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (progress.isStopped() || System.nanoTime() - begun > LONGEST.toNanos()) {
        return false;
      }
      progress.settle();
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
