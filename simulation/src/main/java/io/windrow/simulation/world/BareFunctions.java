package io.windrow.simulation.world;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Settler;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.record.Batch;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What the handlers of a pipeline call, called without handlers. */
record BareFunctions(
    Committer committer, Settler settler, InstantSource clock, Supplier<String> tokens)
    implements Functions {

  @Override
  public boolean process(Batch batch) {
    return succeeds(() -> committer.commit(batch, tokens.get(), clock.millis()));
  }

  @Override
  public boolean settle(Deadline deadline) {
    return succeeds(() -> settler.settle(clock.millis(), tokens.get(), deadline));
  }

  private static boolean succeeds(Runnable call) {
    try {
      call.run();
      return true;
    } catch (SimulatedException | ShardWaitsException e) {
      return false;
    }
  }

  /** Bare functions as the code of an environment. */
  static final class BareCode implements Code {
    @Override
    public Functions start(
        Committer committer, Settler settler, InstantSource clock, Supplier<String> tokens) {
      return new BareFunctions(committer, settler, clock, tokens);
    }

    @Override
    public RuntimeException fault(String message) {
      return new SimulatedException(message);
    }
  }
}
