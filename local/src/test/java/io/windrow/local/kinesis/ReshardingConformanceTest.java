package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;

/** How shards are split and merged, and what is left of them. */
class ReshardingConformanceTest extends KinesisConformance {

  @Test
  void aSplitShardEndsAndNamesItsChildren() {
    kinesis.create(STREAM, 1);
    kinesis.put(STREAM, "a", "before");

    splitFirst();
    kinesis.put(STREAM, "a", "low");
    kinesis.put(STREAM, "b", "high");

    GetRecordsResponse end = kinesis.read(trimHorizon(FIRST));
    assertThat(end.records()).extracting(EndpointFixture::text).containsExactly("before");
    assertThat(end.nextShardIterator()).isNull();
    assertThat(end.childShards())
        .extracting(ChildShard::shardId)
        .containsExactly("shardId-000000000001", "shardId-000000000002");
    assertThat(end.childShards().get(1).hashKeyRange().startingHashKey())
        .isEqualTo(MIDDLE.toString());
    assertThat(end.childShards().get(0).parentShards()).containsExactly(FIRST);
    assertThat(kinesis.data(trimHorizon("shardId-000000000001"))).containsExactly("low");
    assertThat(kinesis.data(trimHorizon("shardId-000000000002"))).containsExactly("high");
  }

  @Test
  void aClosedShardsNumbersComeBeforeItsChildrens() {
    kinesis.create(STREAM, 1);
    String last = kinesis.put(STREAM, "a", "before");
    splitFirst();

    Shard parent = kinesis.shards(STREAM).get(0);
    Shard child = kinesis.shards(STREAM).get(1);

    String end = parent.sequenceNumberRange().endingSequenceNumber();
    assertThat(new BigInteger(end)).isGreaterThan(new BigInteger(last));
    assertThat(new BigInteger(child.sequenceNumberRange().startingSequenceNumber()))
        .isGreaterThan(new BigInteger(end));
    assertThat(child.sequenceNumberRange().endingSequenceNumber()).isNull();
    assertThat(child.parentShardId()).isEqualTo(FIRST);
  }

  @Test
  void mergedShardsShareAChildWithTwoParents() {
    kinesis.create(STREAM, 2);

    kinesis.client.mergeShards(
        r -> r.streamName(STREAM).shardToMerge(FIRST).adjacentShardToMerge("shardId-000000000001"));

    Shard child = kinesis.shards(STREAM).get(2);
    assertThat(child.parentShardId()).isEqualTo(FIRST);
    assertThat(child.adjacentParentShardId()).isEqualTo("shardId-000000000001");
    assertThat(child.hashKeyRange().startingHashKey()).isEqualTo("0");
    assertThat(child.hashKeyRange().endingHashKey()).isEqualTo(HashRange.GREATEST.toString());
    assertThat(kinesis.read(trimHorizon("shardId-000000000001")).childShards())
        .extracting(ChildShard::shardId)
        .containsExactly("shardId-000000000002");
  }

  @Test
  void impossibleReshardingsAreRefused() {
    kinesis.create(STREAM, 3);

    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                kinesis.client.mergeShards(
                    r ->
                        r.streamName(STREAM)
                            .shardToMerge(FIRST)
                            .adjacentShardToMerge("shardId-000000000002")))
        .withMessageContaining("not an adjacent pair");
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                kinesis.client.splitShard(
                    r -> r.streamName(STREAM).shardToSplit(FIRST).newStartingHashKey("1")));
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(
            () ->
                kinesis.client.splitShard(
                    r ->
                        r.streamName(STREAM)
                            .shardToSplit("shardId-000000000007")
                            .newStartingHashKey("1000")));
    assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> scale(7));
    assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> scale(1));
  }

  @Test
  void updatingTheShardCountMakesShardsOfEqualSize() {
    kinesis.create(STREAM, 2);

    int before = scale(3);

    List<Shard> open =
        kinesis
            .client
            .listShards(
                r -> r.streamName(STREAM).shardFilter(f -> f.type(ShardFilterType.AT_LATEST)))
            .shards();
    assertThat(before).isEqualTo(2);
    assertThat(open)
        .extracting(s -> new BigInteger(s.hashKeyRange().startingHashKey()))
        .containsExactlyInAnyOrderElementsOf(
            HashRange.uniform(3).stream().map(HashRange::start).toList());
  }

  @Test
  void theShardCountIsUpdatedTenTimesADay() {
    kinesis.create(STREAM, 2);
    IntStream.range(0, 10).forEach(i -> scale(2));

    assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> scale(2));
    kinesis.clock.advance(Duration.ofDays(1));
    assertThat(scale(2)).isEqualTo(2);
  }
}
