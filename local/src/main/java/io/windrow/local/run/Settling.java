package io.windrow.local.run;

import io.windrow.ledger.Frontier;
import io.windrow.ledger.Settler;
import io.windrow.local.chaos.KilledError;
import io.windrow.local.mapping.LambdaFunction;
import io.windrow.window.Watermark;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
  private final Consumer<String> warned;
  private final Semaphore hints = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "windrow-settle");
  private volatile boolean closed;
  private volatile @Nullable RunException broken;
  private volatile String lastFailure = "";

  /**
   * Settling by a function.
   *
   * @param settler ends event time, which no function does
   * @param warned is told of invocations that failed
   */
  Settling(
      LambdaFunction function,
      Settler settler,
      Supplier<Frontier> frontier,
      Consumer<String> warned) {
    this.function = function;
    this.settler = settler;
    this.frontier = frontier;
    this.warned = warned;
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

  private boolean settle() {
    return isDone(() -> function.invoke(UUID.randomUUID().toString(), TRIGGER));
  }

  /**
   * Whether a step was made or killed. A warning says what else it threw, and the next step goes
   * on, as Lambda starts anew after a crash; but nothing goes on where a person must put something
   * right.
   */
  @SuppressWarnings("CatchingUnchecked") // whatever a function throws is its error, not ours
  private boolean isDone(Callable<?> step) {
    try {
      Object unused = step.call();
      return true;
    } catch (KilledError e) {
      return true;
    } catch (RunException e) {
      broken = e;
      closed = true;
      return false;
    } catch (Exception | Error e) {
      lastFailure = e.getMessage() == null || e instanceof Error ? e.toString() : e.getMessage();
      warned.accept("Settling failed and is tried again: " + lastFailure);
      return false;
    }
  }

  /**
   * Does nothing while settling goes on.
   *
   * @throws RunException when it can't
   */
  void requireUnbroken() {
    RunException found = broken;
    if (found != null) {
      throw found;
    }
  }

  /**
   * Ends event time and has every window closed. The stream must be drained, and this be closed.
   *
   * @throws RunException when it fails again and again
   */
  void end() {
    int failures = 0;
    while (frontier.get().closed() != Watermark.END) {
      boolean ended = isDone(() -> settler.endEventTime(UUID.randomUUID().toString()));
      failures = settle() && ended ? 0 : failures + 1;
      requireUnbroken();
      if (failures == MOST_FAILURES) {
        throw new RunException(
            "The last windows could not be closed: settling failed %d times in a row, the last time with: %s."
                .formatted(failures, lastFailure));
      }
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
