package io.windrow.functions.telemetry;

import io.windrow.ledger.Committed;
import io.windrow.ledger.Settled;

/** Receives what the handlers did, for metrics and logs. */
public interface Telemetry {

  /** Hears nothing. */
  Telemetry NONE = new Telemetry() {};

  /**
   * A batch was committed.
   *
   * @param now when, in milliseconds since the epoch
   */
  default void committed(Committed committed, long now) {}

  /**
   * The pipeline was settled.
   *
   * @param now when, in milliseconds since the epoch
   */
  default void settled(Settled settled, long now) {}

  /**
   * A batch failed because its verdicts do not add up to what was received.
   *
   * @param now when, in milliseconds since the epoch
   */
  default void unbalanced(long now) {}

  /**
   * A batch failed because it shows that two readers take turns on its shard.
   *
   * @param now when, in milliseconds since the epoch
   */
  default void divided(long now) {}

  /**
   * A batch failed because it comes from another stream.
   *
   * @param now when, in milliseconds since the epoch
   */
  default void misread(long now) {}

  /**
   * A batch comes again, since a fault may have passed by then.
   *
   * @param now when, in milliseconds since the epoch
   */
  default void triedAgain(String shard, RuntimeException fault, long now) {}

  /**
   * A part of what is done before a snapshot failed, so that the first batches are slower.
   *
   * @param now when, in milliseconds since the epoch
   */
  default void rehearsalFailed(RuntimeException fault, long now) {}

  /** Both of them, this one first. */
  default Telemetry and(Telemetry other) {
    Telemetry first = this;
    return new Telemetry() {
      @Override
      public void committed(Committed committed, long now) {
        first.committed(committed, now);
        other.committed(committed, now);
      }

      @Override
      public void settled(Settled settled, long now) {
        first.settled(settled, now);
        other.settled(settled, now);
      }

      @Override
      public void unbalanced(long now) {
        first.unbalanced(now);
        other.unbalanced(now);
      }

      @Override
      public void divided(long now) {
        first.divided(now);
        other.divided(now);
      }

      @Override
      public void misread(long now) {
        first.misread(now);
        other.misread(now);
      }

      @Override
      public void triedAgain(String shard, RuntimeException fault, long now) {
        first.triedAgain(shard, fault, now);
        other.triedAgain(shard, fault, now);
      }

      @Override
      public void rehearsalFailed(RuntimeException fault, long now) {
        first.rehearsalFailed(fault, now);
        other.rehearsalFailed(fault, now);
      }
    };
  }
}
