package io.windrow.simulation.world;

import io.windrow.ledger.Call;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Settler;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What the handlers of a pipeline call, called without handlers. */
record BareFunctions(
    Committer committer, Settler settler, InstantSource clock, Supplier<String> tokens)
    implements Functions {
  private static final long MINUTE = 60_000;

  @Override
  public Optional<String> process(Batch batch, Deadline deadline) {
    try {
      long now = clock.millis();
      Call call = new Call(tokens.get(), now, now + MINUTE, deadline);
      return Optional.ofNullable(committer.commit(batch, call).left()).map(Position::sequence);
    } catch (SimulatedException | ShardWaitsException e) {
      return Optional.of(batch.records().get(0).position().sequence());
    }
  }

  @Override
  public boolean settle(Deadline deadline) {
    try {
      settler.settle(clock.millis(), tokens.get(), deadline);
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
