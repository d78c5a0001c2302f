package io.windrow.local.kinesis;

import java.util.List;

/**
 * Which shards of a stream ListShards returns.
 *
 * @param time for the types that have one, in milliseconds since the epoch
 */
record ShardFilter(Type type, long time) {

  /** The service's names of the filters. */
  enum Type {
    AFTER_SHARD_ID,
    AT_TRIM_HORIZON,
    FROM_TRIM_HORIZON,
    AT_LATEST,
    AT_TIMESTAMP,
    FROM_TIMESTAMP
  }

  static final ShardFilter ALL = new ShardFilter(Type.FROM_TRIM_HORIZON, 0);

  static ShardFilter in(Request filter) {
    Type type = filter.choice("Type", Type.class);
    if (type != Type.AT_TIMESTAMP && type != Type.FROM_TIMESTAMP) {
      return new ShardFilter(type, 0);
    }
    return new ShardFilter(
        type,
        filter
            .optionalTimestamp("Timestamp")
            .orElseThrow(
                () ->
                    KinesisError.invalidArgument(
                        "ShardFilter of type " + type + " requires Timestamp.")));
  }

  boolean admits(Shard shard, long horizon) {
    return switch (type) {
      case AFTER_SHARD_ID, FROM_TRIM_HORIZON -> true;
      case AT_LATEST -> shard.isOpen();
      case AT_TRIM_HORIZON -> wasOpenAt(shard, horizon);
      case AT_TIMESTAMP -> wasOpenAt(shard, time);
      case FROM_TIMESTAMP -> !shard.closedBefore(time);
    };
  }

  /** A stream younger than its retention has its trim horizon at its first shards. */
  private static boolean wasOpenAt(Shard shard, long time) {
    boolean first = shard.parents().isEmpty();
    return (first || shard.openedAt() <= time) && !shard.closedBefore(time);
  }

  String toText() {
    return type + ":" + time;
  }

  static ShardFilter parse(String text) {
    List<String> parts = List.of(text.split(":", 2));
    return new ShardFilter(Type.valueOf(parts.get(0)), Long.parseLong(parts.get(1)));
  }
}
