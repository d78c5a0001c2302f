package io.windrow.local.mapping;

/** How an invocation went. */
sealed interface Outcome {

  /** Every record is done. */
  record Succeeded() implements Outcome {}

  /**
   * The function reported a record of the batch; those before it are done.
   *
   * @param index of the first record to be tried again
   */
  record FailedFrom(int index) implements Outcome {}

  /** Nothing is done. */
  record Failed(String reason) implements Outcome {}

  /** The function was not called, for want of capacity. */
  record Throttled() implements Outcome {}
}
