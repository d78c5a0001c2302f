package io.windrow.contract;

import io.windrow.record.Event;

/** What a record is by itself, before reference data and watermarks have their say. */
public sealed interface Judgement {

  /** An event that is to be enriched and counted. */
  record Candidate(Event event) implements Judgement {}

  /** An event that {@code keep} passes over; its time still moves the watermark. */
  record Unwanted(Event event) implements Judgement {}

  /** No event, or one that broke a rule. */
  record Refused(Reason reason) implements Judgement {}
}
