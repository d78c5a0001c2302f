package io.windrow.local.chaos;

import io.windrow.local.mapping.LambdaFunction;
import io.windrow.local.mapping.ThrottledException;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A function whose invocations meet misfortunes. It is invoked by one thread at a time. */
final class ChaosFunction implements LambdaFunction {
  private static final int LONGEST_DELAY = 20;

  private final LambdaFunction function;
  private final Supplier<Misfortune> misfortunes;
  private final Random random;
  private final Twins twins;
  private final Consumer<Fault> struck;
  private byte[] previous = {};

  ChaosFunction(
      LambdaFunction function,
      Supplier<Misfortune> misfortunes,
      Random random,
      Twins twins,
      Consumer<Fault> struck) {
    this.function = function;
    this.misfortunes = misfortunes;
    this.random = random;
    this.twins = twins;
    this.struck = struck;
  }

  @Override
  public byte[] invoke(String requestId, byte[] payload) throws Exception {
    Misfortune misfortune = misfortunes.get();
    before(misfortune, requestId, payload);
    byte[] answer = function.invoke(requestId, payload);
    previous = payload;
    if (misfortune == Misfortune.KILLED_AFTER) {
      struck.accept(Fault.KILL);
      throw new KilledError("after the function returned");
    }
    return answer;
  }

  private void before(Misfortune misfortune, String requestId, byte[] payload) throws Exception {
    switch (misfortune) {
      case THROTTLED -> {
        struck.accept(Fault.THROTTLE);
        throw new ThrottledException();
      }
      case KILLED_BEFORE -> {
        struck.accept(Fault.KILL);
        throw new KilledError("before the function began");
      }
      case REPEATED -> repeat(requestId, payload);
      case PREVIOUS_REPEATED -> repeat(requestId, previous);
      case TWINNED -> {
        struck.accept(Fault.TWIN);
        twins.invoke(function, requestId, payload, random.nextInt(2 * LONGEST_DELAY));
      }
      case DELAYED -> {
        struck.accept(Fault.DELAY);
        Thread.sleep(random.nextInt(LONGEST_DELAY));
      }
      case NONE, KILLED_AFTER -> {}
    }
  }

  private void repeat(String requestId, byte[] payload) throws Exception {
    if (payload.length > 0) {
      struck.accept(Fault.REPEAT);
      byte[] unused = function.invoke(requestId, payload);
    }
  }
}
