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
  }
}
