package io.windrow.local.run;

import io.windrow.ledger.Frontier;
import io.windrow.ledger.Settler;
import io.windrow.local.chaos.KilledError;
import io.windrow.local.mapping.LambdaFunction;
import io.windrow.window.Watermark;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The thread that has a pipeline settled: on a schedule, and soon after a hint. Many hints are
 * taken as one.
 */
final class Settling implements AutoCloseable {
  private static final byte[] TRIGGER = "{}".getBytes(StandardCharsets.UTF_8);
  private static final long SCHEDULE_MILLIS = 1_000;
  private static final int MOST_FAILURES = 20;

  private final LambdaFunction function;
  private final Settler settler;
  private final Supplier<Frontier> frontier;
  private final RunListener listener;
  private final Semaphore hints = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "windrow-settle");
  private volatile boolean closed;

  /**
   * Settling by a function.
   *
   * @param settler ends event time, which no function does
   */
  Settling(
      LambdaFunction function, Settler settler, Supplier<Frontier> frontier, RunListener listener) {
    this.function = function;
    this.settler = settler;
    this.frontier = frontier;
    this.listener = listener;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Windows may close. */
  void hint() {
    hints.release();
  }

  private void run() {
    try {
      while (!closed) {
        boolean unused = hints.tryAcquire(SCHEDULE_MILLIS, TimeUnit.MILLISECONDS);
        hints.drainPermits();
        settle();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the function returned; what it threw otherwise is told, and the next call goes on. */
  @SuppressWarnings("CatchingUnchecked") // whatever a function throws is its error, not ours
  private boolean settle() {
    try {
      byte[] unused = function.invoke(UUID.randomUUID().toString(), TRIGGER);
      return true;
    } catch (KilledError e) {
      return true;
    } catch (Exception e) {
      listener.warned("settling failed and is tried again: " + e.getMessage());
      return false;
    }
  }

  /**
   * Ends event time and has every window closed. The stream must be drained, and this be closed.
   *
   * @throws IllegalStateException when it fails again and again
   */
  void end() {
    int failures = 0;
    while (frontier.get().closed() != Watermark.END) {
      endEventTime();
      failures = settle() ? 0 : failures + 1;
      if (failures == MOST_FAILURES) {
        throw new IllegalStateException(
            "the last windows could not be closed: settling failed %d times in a row"
                .formatted(failures));
      }
    }
  }

  private void endEventTime() {
    try {
      boolean unused = settler.endEventTime(UUID.randomUUID().toString());
    } catch (KilledError e) {
      // The loop comes back.
    }
  }

  /** Ends after the invocation under way. */
  @Override
  public void close() {
    closed = true;
    hint();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
