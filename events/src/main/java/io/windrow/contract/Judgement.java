package io.windrow.contract;

import io.windrow.record.Event;
import org.jspecify.annotations.Nullable;

/** What a record is before the watermark has its say: by itself, and then with reference data. */
public sealed interface Judgement {

  /** An event that is to be enriched and counted. */
  record Candidate(Event event) implements Judgement {}

  /** An event that {@code keep} passes over; its time still moves the watermark. */
  record Filtered(Event event) implements Judgement {}

  /** A record that holds no event: it counts as filtered, and says nothing of time. */
  record NoEvent() implements Judgement {}

  /**
   * No event, or one that broke a rule.
   *
   * @param fault of the code that failed on it; null if the record alone is to blame
   */
  record Rejected(Reason reason, @Nullable Fault fault) implements Judgement {

    /** A rejection for which the record alone is to blame. */
    public Rejected(Reason reason) {
      this(reason, null);
    }

    /**
     * The rejection that a step threw, or that of a record that code of Windrow's own failed on.
     */
    public static Rejected of(Throwable thrown) {
      if (thrown instanceof RejectedException rejected) {
        Throwable fault = rejected.getCause();
        return new Rejected(rejected.reason(), fault == null ? null : Fault.of(fault));
      }
      return new Rejected(Reason.of(Validation.INTERNAL_ERROR), Fault.of(thrown));
    }
  }
}
