package io.windrow.local.kinesis;

import io.windrow.local.kinesis.StreamSpec.Mode;
import java.math.BigInteger;
import java.util.List;

/** Splits and merges the shards of a stream by the service's rules, one request at a time. */
final class Resharding {
  private static final int SCALINGS_A_DAY = 10;
  private static final int MOST_SHARDS = 10_000;

  private final KinesisStream stream;
  private final ShardTable table;
  private final RollingDay scalings = new RollingDay(SCALINGS_A_DAY);

  Resharding(KinesisStream stream, ShardTable table) {
    this.stream = stream;
    this.table = table;
  }

  synchronized void split(Shard shard, BigInteger newStart) {
    requireProvisioned("SplitShard");
    requireOpen(shard);
    if (!shard.range().canSplitAt(newStart)) {
      throw KinesisError.invalidArgument(
          "NewStartingHashKey %s used in SplitShard on shard %s in stream %s must be greater than one plus the shard's StartingHashKey %s and less than its EndingHashKey %s."
              .formatted(
                  newStart, shard.id(), stream.name(), shard.range().start(), shard.range().end()));
    }
    table.replace(List.of(shard), shard.range().splitAt(newStart));
  }

  synchronized void merge(Shard shard, Shard adjacent) {
    requireProvisioned("MergeShards");
    requireOpen(shard);
    requireOpen(adjacent);
    if (!shard.range().isJustBefore(adjacent.range())) {
      throw KinesisError.invalidArgument(
          "Shards %s and %s in stream %s under account %s are not an adjacent pair of shards eligible for merging."
              .formatted(shard.id(), adjacent.id(), stream.name(), Account.ID));
    }
    join(shard, adjacent);
  }

  private void join(Shard shard, Shard adjacent) {
    table.replace(List.of(shard, adjacent), List.of(shard.range().joinedWith(adjacent.range())));
  }

  synchronized void scale(int target) {
    requireProvisioned("UpdateShardCount");
    checkTarget(target);
    if (!scalings.admits(stream.now())) {
      throw KinesisError.limitExceeded(
          "UpdateShardCount was called %d times for stream %s in 24 hours, which is the limit."
              .formatted(SCALINGS_A_DAY, stream.name()));
    }
    List<HashRange> wanted = HashRange.uniform(target);
    wanted.forEach(range -> cutAt(range.start()));
    wanted.forEach(this::mergeWithin);
  }

  private void cutAt(BigInteger key) {
    for (Shard shard : table.open()) {
      if (shard.range().canSplitAt(key)) {
        table.replace(List.of(shard), shard.range().splitAt(key));
      }
    }
  }

  private void mergeWithin(HashRange range) {
    List<Shard> parts = partsOf(range);
    while (parts.size() > 1) {
      join(parts.get(0), parts.get(1));
      parts = partsOf(range);
    }
  }

  private List<Shard> partsOf(HashRange range) {
    return table.open().stream().filter(shard -> range.contains(shard.range())).toList();
  }

  private void checkTarget(int target) {
    int current = table.open().size();
    if (target > MOST_SHARDS) {
      throw refusal("cannot scale up to more than " + MOST_SHARDS + " shards.", current, target);
    }
    if (target > 2 * current) {
      throw refusal("cannot scale up over double your current open shard count.", current, target);
    }
    if (2 * target < current) {
      throw refusal("cannot scale down below half your current open shard count.", current, target);
    }
  }

  private static KinesisError refusal(String rule, int current, int target) {
    return KinesisError.invalidArgument(
        "UpdateShardCount %s Current open shard count: %d Target shard count: %d"
            .formatted(rule, current, target));
  }

  private void requireOpen(Shard shard) {
    if (!shard.isOpen()) {
      throw KinesisError.invalidArgument(
          "Shard %s in stream %s under account %s has already been merged or split, and thus is not eligible for merging or splitting."
              .formatted(shard.id(), stream.name(), Account.ID));
    }
  }

  private void requireProvisioned(String operation) {
    if (stream.mode() == Mode.ON_DEMAND) {
      throw KinesisError.validation(
          "%s is not supported for stream %s: its mode is ON_DEMAND, and PROVISIONED is required."
              .formatted(operation, stream.name()));
    }
  }
}
