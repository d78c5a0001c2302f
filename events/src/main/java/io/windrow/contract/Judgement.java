package io.windrow.contract;

import io.windrow.record.Event;

/** What a record is before the watermark has its say: by itself, and then with reference data. */
public sealed interface Judgement {

  /** An event that is to be enriched and counted. */
  record Candidate(Event event) implements Judgement {}

  /** An event that {@code keep} passes over; its time still moves the watermark. */
  record Filtered(Event event) implements Judgement {}

  /** No event, or one that broke a rule. */
  record Rejected(Reason reason) implements Judgement {}
}
