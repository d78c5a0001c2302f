package io.windrow.infrastructure;

/** How a stream that a pipeline makes gets its shards. */
public sealed interface StreamCapacity {

  /** Kinesis adds and removes shards. */
  static StreamCapacity onDemand() {
    return new OnDemand();
  }

  /** So many shards, a MiB or 1,000 records a second each. */
  static StreamCapacity provisioned(int shards) {
    return new Provisioned(shards);
  }

  /** Kinesis adds and removes shards. */
  record OnDemand() implements StreamCapacity {}

  /** A number of shards. */
  record Provisioned(int shards) implements StreamCapacity {
    public Provisioned {
      if (shards < 1) {
        throw new IllegalArgumentException("a stream has at least 1 shard, found " + shards);
      }
    }
  }
}
