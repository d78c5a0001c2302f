package io.windrow.local.chaos;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the writes at which an invocation is killed. It depends on the seed and on what is
 * written, not on when, and a write is struck {@value #MOST} times at most.
 */
final class WriteFaults {
  private static final int MOST = 2;
  private static final int ONE_IN = 8;

  private final long seed;
  private final Map<String, Integer> strikes = new ConcurrentHashMap<>();

  WriteFaults(long seed) {
    this.seed = seed;
  }

  /**
   * Makes a write, unless an invocation is killed there.
   *
   * @param what names the write, the same each time that it is tried
   */
  <T extends @Nullable Object> T at(String what, Supplier<T> write) {
    SplittableRandom random = new SplittableRandom(31 * seed + what.hashCode());
    if (random.nextInt(ONE_IN) > 0) {
      return write.get();
    }
    int strike = strikes.merge(what, 1, Integer::sum);
    if (strike > MOST) {
      return write.get();
    }
    if (random.nextBoolean() == (strike == 1)) {
      throw new KilledError("before the write '" + what + "'");
    }
    throw new KilledError("after the write '" + what + "', which gave " + write.get());
  }

  /** Makes a write that answers nothing. */
  void at(String what, Runnable write) {
    at(
        what,
        () -> {
          write.run();
          return what;
        });
  }
}
