package io.windrow.simulation.world;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Settler;
import io.windrow.record.Batch;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The functions of a pipeline, as an execution environment holds them. */
public interface Functions {

  /**
   * Handles a batch.
   *
   * @return the sequence number of the first record that is to come again; empty if none is
   */
  Optional<String> process(Batch batch, Deadline deadline);

  /**
   * Settles.
   *
   * @return whether nothing failed
   */
  boolean settle(Deadline deadline);

  /** The code that environments are started with. */
  interface Code {

    /**
     * Starts an environment.
     *
     * @param tokens draws a token for each invocation
     */
    Functions start(
        Committer committer, Settler settler, InstantSource clock, Supplier<String> tokens);

    /** What a call throws that fails for no fault of its caller: a throttle, a time-out. */
    RuntimeException fault(String message);
  }
}
