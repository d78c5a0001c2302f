package io.windrow.local.kinesis;

import org.jspecify.annotations.Nullable;

/** Shards as answers show them. */
final class ShardStructure {
  private ShardStructure() {}

  static Structure of(Shard shard) {
    Shard.End end = shard.end();
    Structure numbers =
        new Structure()
            .with("StartingSequenceNumber", shard.start())
            .with("EndingSequenceNumber", end == null ? null : end.sequenceNumber());
    return new Structure()
        .with("ShardId", shard.id())
        .with("ParentShardId", parent(shard, 0))
        .with("AdjacentParentShardId", parent(shard, 1))
        .with("HashKeyRange", of(shard.range()))
        .with("SequenceNumberRange", numbers);
  }

  static Structure child(Shard shard) {
    return new Structure()
        .with("ShardId", shard.id())
        .with("ParentShards", shard.parents())
        .with("HashKeyRange", of(shard.range()));
  }

  private static Structure of(HashRange range) {
    return new Structure()
        .with("StartingHashKey", range.start().toString())
        .with("EndingHashKey", range.end().toString());
  }

  private static @Nullable String parent(Shard shard, int index) {
    return index < shard.parents().size() ? shard.parents().get(index) : null;
  }
}
