package io.windrow.local.kinesis;

/** What became of a record that was put. */
public sealed interface PutOutcome {

  /** The shard has it, under this number. */
  record Stored(String shardId, SequenceNumber sequenceNumber) implements PutOutcome {}

  /** The shard's throughput did not admit it; it may be put again later. */
  record Throttled(String shardId) implements PutOutcome {}
}
