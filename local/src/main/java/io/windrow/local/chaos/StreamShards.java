package io.windrow.local.chaos;

import io.windrow.local.kinesis.HashRange;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/** The open shards of a stream, split and merged by the requests that Kinesis has for it. */
final class StreamShards {
  private final KinesisClient client;
  private final String stream;
  private final Consumer<Fault> struck;

  StreamShards(KinesisClient client, String stream, Consumer<Fault> struck) {
    this.client = client;
    this.stream = stream;
    this.struck = struck;
  }

  /** An open shard. */
  record Open(String id, HashRange range) {
    boolean isBeside(Open other) {
      return range.isJustBefore(other.range) || other.range.isJustBefore(range);
    }
  }

  /** Those that are open now, by their hash keys. */
  List<Open> open() {
    return client
        .listShards(
            request ->
                request
                    .streamName(stream)
                    .shardFilter(open -> open.type(ShardFilterType.AT_LATEST)))
        .shards()
        .stream()
        .map(StreamShards::open)
        .sorted(Comparator.comparing(shard -> shard.range().start()))
        .toList();
  }

  private static Open open(Shard shard) {
    return new Open(
        shard.shardId(),
        new HashRange(
            new BigInteger(shard.hashKeyRange().startingHashKey()),
            new BigInteger(shard.hashKeyRange().endingHashKey())));
  }

  /** Splits a shard, and gives the two that it has become, in the order of their hash keys. */
  List<Open> split(Open shard, BigInteger newStart) {
    client.splitShard(
        request ->
            request
                .streamName(stream)
                .shardToSplit(shard.id())
                .newStartingHashKey(newStart.toString()));
    struck.accept(Fault.SPLIT);
    return within(shard.range());
  }

  /** Merges two shards beside each other, and gives the one that they have become. */
  Open merge(Open one, Open other) {
    Open lower = one.range().isJustBefore(other.range()) ? one : other;
    Open upper = lower.equals(one) ? other : one;
    client.mergeShards(
        request ->
            request.streamName(stream).shardToMerge(lower.id()).adjacentShardToMerge(upper.id()));
    struck.accept(Fault.MERGE);
    return within(lower.range().joinedWith(upper.range())).get(0);
  }

  private List<Open> within(HashRange range) {
    return open().stream().filter(shard -> range.contains(shard.range())).toList();
  }
}
