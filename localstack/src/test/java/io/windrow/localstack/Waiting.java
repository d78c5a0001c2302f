package io.windrow.localstack;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something that a pipeline does by itself. */
final class Waiting {
  private static final Duration MOST = Duration.ofMinutes(4);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Waiting() {}

  /**
   * Waits until it is so.
   *
   * @param state what is told if it never is
   */
  static void until(Supplier<String> state, BooleanSupplier isSo) throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not after " + MOST.toMinutes() + " minutes: " + state.get());
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
