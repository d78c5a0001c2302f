package io.windrow.local.kinesis;

import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations that list and reshape the shards of a stream. */
final class ShardOperations {
  private static final int MOST = 10_000;
  private static final int MOST_RETURNED = 1_000;

  private final KinesisStreams streams;

  ShardOperations(KinesisStreams streams) {
    this.streams = streams;
  }

  Map<String, Operation> byName() {
    return Map.of(
        "ListShards", this::list,
        "SplitShard", this::split,
        "MergeShards", this::merge,
        "UpdateShardCount", this::updateCount);
  }

  private Structure list(Request request) {
    int limit =
        Math.min(
            request.optionalInteger("MaxResults", 1, MOST).orElse(MOST_RETURNED), MOST_RETURNED);
    String token = request.optionalText("NextToken", TextRule.NEXT_TOKEN);
    if (token == null) {
      return list(StreamReference.in(request, streams), filterIn(request), startIn(request), limit);
    }
    if (Stream.of("StreamName", "StreamCreationTimestamp", "ExclusiveStartShardId")
        .anyMatch(request::has)) {
      throw KinesisError.invalidArgument(
          "NextToken stands for stream and place: give no StreamName, StreamCreationTimestamp or ExclusiveStartShardId with it.");
    }
    ListToken resumed = ListToken.parse(token, streams.now());
    return list(
        resumed.streamIn(streams), ShardFilter.parse(resumed.filter()), resumed.after(), limit);
  }

  private static ShardFilter filterIn(Request request) {
    Request filter = request.optionalStructure("ShardFilter");
    return filter == null ? ShardFilter.ALL : ShardFilter.in(filter);
  }

  private static @Nullable String startIn(Request request) {
    Request filter = request.optionalStructure("ShardFilter");
    if (filter != null && filter.has("ShardId")) {
      return filter.text("ShardId", TextRule.SHARD_ID);
    }
    return request.optionalText("ExclusiveStartShardId", TextRule.SHARD_ID);
  }

  private static Structure list(
      KinesisStream stream, ShardFilter filter, @Nullable String after, int limit) {
    long horizon = stream.horizon();
    Page<Shard> page =
        Page.of(
            stream.shards().stream()
                .filter(shard -> after == null || shard.id().compareTo(after) > 0)
                .filter(shard -> filter.admits(shard, horizon)),
            limit);
    String token =
        page.hasMore() ? ListToken.ofShards(stream, filter, page.last().id()).token() : null;
    return new Structure()
        .with("Shards", page.elements().stream().map(ShardStructure::of).toList())
        .with("NextToken", token);
  }

  private Structure split(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    String shard = request.text("ShardToSplit", TextRule.SHARD_ID);
    BigInteger start =
        HashKey.explicit(
            "NewStartingHashKey", request.text("NewStartingHashKey", TextRule.HASH_KEY));
    stream.split(shard, start);
    return new Structure();
  }

  private Structure merge(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    stream.merge(
        request.text("ShardToMerge", TextRule.SHARD_ID),
        request.text("AdjacentShardToMerge", TextRule.SHARD_ID));
    return new Structure();
  }

  private enum ScalingType {
    UNIFORM_SCALING
  }

  private Structure updateCount(Request request) {
    KinesisStream stream = StreamReference.in(request, streams);
    request.choice("ScalingType", ScalingType.class);
    int target = request.integer("TargetShardCount", 1, Integer.MAX_VALUE);
    int current = stream.openShards().size();
    stream.updateShardCount(target);
    return new Structure()
        .with("StreamName", stream.name())
        .with("StreamARN", stream.arn())
        .with("CurrentShardCount", current)
        .with("TargetShardCount", target);
  }
}
