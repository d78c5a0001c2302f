package io.windrow.local.command;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Holds back so that not more than so many records go out in a second. */
final class Pace {
  private static final int STEPS_A_SECOND = 10;

  private final @Nullable Integer rate;
  private final long began = System.nanoTime();

  /**
   * A pace.
   *
   * @param rate records a second, null for no limit
   */
  Pace(@Nullable Integer rate) {
    this.rate = rate;
  }

  /** How many records may go out at once. */
  int step(int most) {
    return rate == null ? most : Math.min(most, Math.max(1, rate / STEPS_A_SECOND));
  }

  /** Waits until the next may follow so many. */
  void await(long sent) throws InterruptedException {
    if (rate != null) {
      long due = began + Math.round(sent * 1e9 / rate);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }
  }
}
