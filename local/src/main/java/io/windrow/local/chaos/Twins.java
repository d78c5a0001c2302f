package io.windrow.local.chaos;

import io.windrow.local.mapping.LambdaFunction;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The invocations that run beside others with the same payload, as when a mapping gave one up that
 * lives on: some wake so late that later batches have been handled. Nobody hears what becomes of
 * them.
 */
final class Twins implements AutoCloseable {
  private static final long LONGEST_LIFE_SECONDS = 30;

  private final ExecutorService threads = Executors.newCachedThreadPool(Twins::thread);

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "windrow-twin");
    thread.setDaemon(true);
    return thread;
  }

  /** Invokes a function some milliseconds from now. */
  void invoke(LambdaFunction function, String requestId, byte[] payload, long delay) {
    threads.execute(() -> late(function, requestId, payload, delay));
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a function throws is its error, not ours
  private static void late(LambdaFunction function, String requestId, byte[] payload, long delay) {
    try {
      Thread.sleep(delay);
      byte[] unused = function.invoke(requestId, payload);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception | KilledError e) {
      // It dies unheard, and the mapping does not learn of it.
    }
  }

  /** Waits for those under way; there are none after it. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      boolean unused = threads.awaitTermination(LONGEST_LIFE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
