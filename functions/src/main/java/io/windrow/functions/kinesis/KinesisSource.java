package io.windrow.functions.kinesis;

import io.windrow.functions.Concurrently;
import io.windrow.ledger.Source;
import io.windrow.record.Position;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * A Kinesis stream. A shard has five reads a second for all who read it: one that is throttled
 * beyond the client's retries leaves a probe unanswered, so that it holds up no other shard.
 */
public final class KinesisSource implements Source {
  /** Shards are asked so many at a time; each has a limit of its own. */
  private static final int READERS = 16;

  private final KinesisClient client;
  private final StreamId stream;
  private final @Nullable Instant start;
  private final InstantSource clock;

  /**
   * A stream.
   *
   * @param start when what is read begins to arrive, null for all that the stream holds
   */
  public KinesisSource(
      KinesisClient client, StreamId stream, @Nullable Instant start, InstantSource clock) {
    this.client = client;
    this.stream = stream;
    this.start = start;
    this.clock = clock;
  }

  @Override
  public List<Shard> shards() {
    return listShards()
        .map(
            shard ->
                new Shard(
                    shard.shardId(),
                    Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                        .filter(Objects::nonNull)
                        .toList()))
        .toList();
  }

  private Stream<software.amazon.awssdk.services.kinesis.model.Shard> listShards() {
    ListShardsRequest first =
        ListShardsRequest.builder().streamName(stream.name()).streamARN(stream.arn()).build();
    return Stream.iterate(
            client.listShards(first),
            Objects::nonNull,
            page -> page.nextToken() == null ? null : page(page.nextToken()))
        .flatMap(page -> page.shards().stream());
  }

  private ListShardsResponse page(String token) {
    return client.listShards(request -> request.nextToken(token));
  }

  /** The time of a proof is that of this clock before Kinesis is asked: it tells no time itself. */
  @Override
  public Probe probe(String shard, @Nullable Position after) {
    try {
      return follow(client.getShardIterator(from(shard, after)).shardIterator());
    } catch (ResourceNotFoundException e) {
      return new Probe.Gone();
    } catch (ProvisionedThroughputExceededException e) {
      return new Probe.Unanswered();
    }
  }

  @Override
  public Map<String, Probe> probes(Map<String, @Nullable Position> after) {
    Map<String, Probe> probes = new ConcurrentSkipListMap<>();
    Concurrently.forEach(
        List.copyOf(after.keySet()),
        READERS,
        shard -> probes.put(shard, probe(shard, after.get(shard))));
    return probes;
  }

  private Probe follow(String first) {
    String iterator = first;
    while (true) {
      long asked = clock.millis();
      GetRecordsResponse response = records(iterator);
      if (!response.records().isEmpty()) {
        return new Probe.Waiting();
      }
      if (response.nextShardIterator() == null) {
        return new Probe.Ended(response.childShards().stream().map(ChildShard::shardId).toList());
      }
      if (response.millisBehindLatest() == 0) {
        return new Probe.Empty(asked);
      }
      iterator = response.nextShardIterator();
    }
  }

  private GetRecordsResponse records(String iterator) {
    return client.getRecords(
        request -> request.shardIterator(iterator).streamARN(stream.arn()).limit(1));
  }

  private GetShardIteratorRequest from(String shard, @Nullable Position after) {
    GetShardIteratorRequest.Builder request =
        GetShardIteratorRequest.builder()
            .streamName(stream.name())
            .streamARN(stream.arn())
            .shardId(shard);
    if (after != null) {
      return request
          .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
          .startingSequenceNumber(after.sequence())
          .build();
    }
    return start == null
        ? request.shardIteratorType(ShardIteratorType.TRIM_HORIZON).build()
        : request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(start).build();
  }
}
