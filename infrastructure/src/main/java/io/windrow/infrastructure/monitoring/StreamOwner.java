package io.windrow.infrastructure.monitoring;

/** Whose the stream of a pipeline is, which says who else reads it and where its metrics are. */
public enum StreamOwner {
  /** The pipeline made it, and nobody else is known to read it. */
  PIPELINE,
  /** The pipeline made it, and others read it too. */
  PIPELINE_AND_READERS,
  /** Others of the account, or of one that is not known when the stack is synthesized. */
  ACCOUNT,
  /** Another account, where Kinesis keeps the stream's metrics. */
  OTHER_ACCOUNT;

  /** Whether the pipeline made it, and answers for what is put to it. */
  boolean isPipeline() {
    return this == PIPELINE || this == PIPELINE_AND_READERS;
  }

  /** Whether others may read the stream too. */
  boolean shares() {
    return this != PIPELINE;
  }

  /** Whether alarms and dashboard of the pipeline's account can see the stream's metrics. */
  boolean showsMetrics() {
    return this != OTHER_ACCOUNT;
  }
}
