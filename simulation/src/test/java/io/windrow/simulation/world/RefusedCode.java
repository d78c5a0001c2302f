package io.windrow.simulation.world;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.LedgerException;
import io.windrow.ledger.Settler;
import io.windrow.record.Batch;
import io.windrow.simulation.world.BareFunctions.BareCode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Code that fails like a function when newer code has taken over. */
final class RefusedCode implements Functions.Code {
  private final Functions.Code bare = new BareCode();

  @Override
  public Functions start(
      Committer committer, Settler settler, InstantSource clock, Supplier<String> tokens) {
    Functions real = bare.start(committer, settler, clock, tokens);
    return new Functions() {
      @Override
      public Optional<String> process(Batch batch, Deadline deadline) {
        Optional<String> first = Optional.of(batch.records().get(0).position().sequence());
        return unlessRefused(() -> real.process(batch, deadline), first);
      }

      @Override
      public boolean settle(Deadline deadline) {
        return unlessRefused(() -> real.settle(deadline), false);
      }
    };
  }

  private static <T> T unlessRefused(Supplier<T> call, T otherwise) {
    try {
      return call.get();
    } catch (LedgerException e) {
      if (String.valueOf(e.getMessage()).contains("taken over by a greater generation")) {
        return otherwise;
      }
      throw e;
    }
  }

  @Override
  public RuntimeException fault(String message) {
    return bare.fault(message);
  }
}
