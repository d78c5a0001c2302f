package io.windrow.local.chaos;

import io.windrow.local.mapping.LambdaFunction;
import io.windrow.local.mapping.ThrottledException;
import java.util.Random;
import java.util.function.Supplier;

/** A function whose invocations meet faults. It serves one shard, so one invocation at a time. */
final class ChaosFunction implements LambdaFunction {

  /** What can happen to an invocation. */
  enum Fault {
    NONE,
    THROTTLED,
    KILLED_BEFORE,
    KILLED_AFTER,
    REPEATED,
    PREVIOUS_REPEATED,
    DELAYED
  }

  private static final int LONGEST_DELAY = 20;

  private final LambdaFunction function;
  private final Supplier<Fault> faults;
  private final Random random;
  private byte[] previous = {};

  ChaosFunction(LambdaFunction function, Supplier<Fault> faults, Random random) {
    this.function = function;
    this.faults = faults;
    this.random = random;
  }

  @Override
  public byte[] invoke(String requestId, byte[] payload) throws Exception {
    Fault fault = faults.get();
    before(fault, requestId, payload);
    byte[] answer = function.invoke(requestId, payload);
    previous = payload;
    if (fault == Fault.KILLED_AFTER) {
      throw new KilledError("after the function returned");
    }
    return answer;
  }

  private void before(Fault fault, String requestId, byte[] payload) throws Exception {
    switch (fault) {
      case THROTTLED -> throw new ThrottledException();
      case KILLED_BEFORE -> throw new KilledError("before the function began");
      case REPEATED -> function.invoke(requestId, payload);
      case PREVIOUS_REPEATED -> repeatPrevious(requestId);
      case DELAYED -> Thread.sleep(random.nextInt(LONGEST_DELAY));
      case NONE, KILLED_AFTER -> {}
    }
  }

  private void repeatPrevious(String requestId) throws Exception {
    if (previous.length > 0) {
      function.invoke(requestId, previous);
    }
  }
}
