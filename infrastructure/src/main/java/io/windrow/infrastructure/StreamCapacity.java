package io.windrow.infrastructure;

import software.amazon.awscdk.services.kinesis.StreamMode;
import software.amazon.awscdk.services.kinesis.StreamProps;

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

  /** That of a stream that is made so; Kinesis gives it a shard if nothing else is said. */
  static StreamCapacity of(StreamProps stream) {
    Number shards = stream.getShardCount();
    return stream.getStreamMode() == StreamMode.ON_DEMAND
        ? onDemand()
        : provisioned(shards == null ? 1 : shards.intValue());
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
