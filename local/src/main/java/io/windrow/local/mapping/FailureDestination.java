package io.windrow.local.mapping;

/** Where a mapping sends what it gives up. */
@FunctionalInterface
public interface FailureDestination {

  /** Drops it, as a mapping does that names no destination. */
  FailureDestination NONE = discarded -> {};

  /**
   * Takes an invocation record: the JSON that Lambda sends to an S3 destination, with the metadata
   * of the batch ({@code KinesisBatchInfo}) and its payload.
   */
  void send(byte[] invocationRecord);
}
