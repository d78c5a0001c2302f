package io.windrow.local.chaos;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/**
 * The choice of the calls of ports that meet a fault. It depends on the seed and on what is called,
 * not on when, and the same call is struck {@value #MOST} times at most.
 */
final class PortFaults {
  private static final int MOST = 2;
  private static final int ONE_IN = 8;
  private static final int LONGEST_DELAY = 20;

  /** What can happen to a call. */
  private enum Strike {
    KILLED_BEFORE,
    KILLED_AFTER,
    THROTTLED,
    ANSWER_LOST,
    DELAYED
  }

  private final long seed;
  private final Consumer<Fault> struck;
  private final Map<String, Integer> strikes = new ConcurrentHashMap<>();

  PortFaults(long seed, Consumer<Fault> struck) {
    this.seed = seed;
    this.struck = struck;
  }

  /**
   * Makes a call, unless a fault keeps it from being made.
   *
   * @param what names the call, the same each time that it is tried
   */
  <T extends @Nullable Object> T at(String what, Supplier<T> call) {
    SplittableRandom random = new SplittableRandom(31 * seed + what.hashCode());
    if (random.nextInt(ONE_IN) > 0) {
      return call.get();
    }
    int strike = strikes.merge(what, 1, Integer::sum);
    if (strike > MOST) {
      return call.get();
    }
    Strike[] all = Strike.values();
    return strike(all[(random.nextInt(all.length) + strike) % all.length], what, call, random);
  }

  /** Makes a call that answers nothing. */
  void at(String what, Runnable call) {
    String unused =
        at(
            what,
            () -> {
              call.run();
              return what;
            });
  }

  private <T extends @Nullable Object> T strike(
      Strike strike, String what, Supplier<T> call, SplittableRandom random) {
    return switch (strike) {
      case KILLED_BEFORE -> throw killed("before '" + what + "'");
      case KILLED_AFTER -> throw killed("after '" + what + "', which gave " + call.get());
      case THROTTLED -> throw throttled(what);
      case ANSWER_LOST -> answerLost(call);
      case DELAYED -> delayed(call, random.nextInt(LONGEST_DELAY));
    };
  }

  private KilledError killed(String where) {
    struck.accept(Fault.KILL);
    return new KilledError(where);
  }

  /** What the SDK throws when a throttle outlasts its retries. */
  private ProvisionedThroughputExceededException throttled(String what) {
    struck.accept(Fault.THROTTLE);
    return ProvisionedThroughputExceededException.builder()
        .message("throttled at '" + what + "'")
        .statusCode(400)
        .build();
  }

  /** The SDK makes a request again when no answer comes, though the first may have been served. */
  private <T extends @Nullable Object> T answerLost(Supplier<T> call) {
    struck.accept(Fault.LOST_ANSWER);
    T unused = call.get();
    return call.get();
  }

  private <T extends @Nullable Object> T delayed(Supplier<T> call, long millis) {
    struck.accept(Fault.DELAY);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    return call.get();
  }
}
