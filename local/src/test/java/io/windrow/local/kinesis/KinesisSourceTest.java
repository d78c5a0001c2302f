package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.windrow.functions.kinesis.KinesisSource;
import io.windrow.functions.kinesis.StreamId;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Source.Probe;
import io.windrow.ledger.Source.Shard;
import io.windrow.record.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** The source that ledgers ask, over the wire. */
class KinesisSourceTest {
  private static final String STREAM = KinesisConformance.STREAM;
  private static final String FIRST = KinesisConformance.FIRST;
  private static final Probe UNANSWERED = new Probe.Unanswered();

  private final EndpointFixture kinesis = new EndpointFixture(Throughput.unlimited());

  @AfterEach
  void stop() {
    kinesis.close();
  }

  private KinesisSource source(@Nullable Instant start) {
    return source(STREAM, start);
  }

  private KinesisSource source(String stream, @Nullable Instant start) {
    return new KinesisSource(kinesis.client, StreamId.of(stream), start, kinesis.clock);
  }

  private static Position at(String sequence) {
    return new Position(FIRST, sequence, 0);
  }

  @Test
  void everyShardIsListedHoweverManyPagesThatTakes() {
    kinesis.create(STREAM, 1_100);

    assertThat(source(null).shards())
        .isEqualTo(
            IntStream.range(0, 1_100)
                .mapToObj(i -> new Shard("shardId-%012d".formatted(i), List.of()))
                .toList());
  }

  @Test
  void closedShardsAreListedAndChildrenNameTheirParents() {
    kinesis.create(STREAM, 2);
    kinesis.client.mergeShards(
        r -> r.streamName(STREAM).shardToMerge(FIRST).adjacentShardToMerge("shardId-000000000001"));

    assertThat(source(null).shards())
        .containsExactly(
            new Shard(FIRST, List.of()),
            new Shard("shardId-000000000001", List.of()),
            new Shard("shardId-000000000002", List.of(FIRST, "shardId-000000000001")));
  }

  @Test
  void aShardWithoutRecordsIsEmptyAsOfNow() {
    kinesis.create(STREAM, 1);

    assertThat(source(null).probe(FIRST, null))
        .isEqualTo(new Probe.Empty(SettableClock.START.toEpochMilli()));
  }

  @Test
  void aRecordPastThePositionIsWaitingAndOneAtItIsNot() {
    kinesis.create(STREAM, 1);
    String first = kinesis.put(STREAM, "a", "1");
    String second = kinesis.put(STREAM, "a", "2");

    assertThat(source(null).probe(FIRST, null)).isInstanceOf(Probe.Waiting.class);
    assertThat(source(null).probe(FIRST, at(first))).isInstanceOf(Probe.Waiting.class);
    assertThat(source(null).probe(FIRST, at(second))).isInstanceOf(Probe.Empty.class);
  }

  @Test
  void aShardThatWasNotReadIsAskedFromWhereReadingStarts() {
    kinesis.create(STREAM, 1);
    kinesis.put(STREAM, "a", "before");
    kinesis.clock.advance(Duration.ofSeconds(10));
    Instant start = kinesis.clock.instant();

    assertThat(source(start).probe(FIRST, null)).isInstanceOf(Probe.Empty.class);

    kinesis.put(STREAM, "a", "after");

    assertThat(source(start).probe(FIRST, null)).isInstanceOf(Probe.Waiting.class);
  }

  @Test
  void aClosedShardEndsOnlyPastItsLastRecord() {
    kinesis.create(STREAM, 1);
    String last = kinesis.put(STREAM, "a", "1");
    kinesis.client.splitShard(
        r ->
            r.streamName(STREAM)
                .shardToSplit(FIRST)
                .newStartingHashKey(KinesisConformance.MIDDLE.toString()));

    assertThat(source(null).probe(FIRST, null)).isInstanceOf(Probe.Waiting.class);
    assertThat(source(null).probe(FIRST, at(last)))
        .isEqualTo(new Probe.Ended(List.of("shardId-000000000001", "shardId-000000000002")));
  }

  @Test
  void eachOfManyShardsIsAskedFromItsOwnPosition() {
    kinesis.create(STREAM, 40);
    String last = kinesis.put(STREAM, "a", "1");
    Map<String, @Nullable Position> asked = new HashMap<>();
    source(null).shards().forEach(shard -> asked.put(shard.id(), null));

    Map<String, Probe> probes = source(null).probes(asked, Deadline.NONE);

    assertThat(probes).hasSize(40);
    assertThat(probes.values()).filteredOn(Probe.Waiting.class::isInstance).hasSize(1);
    asked.replaceAll(
        (shard, from) ->
            probes.get(shard) instanceof Probe.Waiting ? new Position(shard, last, 0) : null);
    assertThat(source(null).probes(asked, Deadline.NONE).values())
        .allMatch(Probe.Empty.class::isInstance);
  }

  @Test
  void aShardThatOthersReadTooOftenLeavesTheQuestionUnanswered() {
    try (EndpointFixture shared = new EndpointFixture(Throughput.provisioned())) {
      shared.create(STREAM, 1);
      KinesisSource source =
          new KinesisSource(shared.client, StreamId.of(STREAM), null, shared.clock);
      for (int read = 0; read < 5; read++) {
        assertThat(source.probe(FIRST, null)).isInstanceOf(Probe.Empty.class);
      }

      assertThat(source.probe(FIRST, null)).isEqualTo(new Probe.Unanswered());

      shared.clock.advance(Duration.ofSeconds(1));
      assertThat(source.probe(FIRST, null)).isInstanceOf(Probe.Empty.class);
    }
  }

  @Test
  void theFirstRecordThatWaitsIsTold() {
    kinesis.create(STREAM, 1);
    String first = kinesis.put(STREAM, "a", "1");
    String second = kinesis.put(STREAM, "a", "2");
    kinesis.put(STREAM, "a", "3");

    assertThat(source(null).probe(FIRST, at(first)))
        .isEqualTo(new Probe.Waiting(SettableClock.START.toEpochMilli(), second));
  }

  /** Kinesis begins numbers with the time at which the shard was made. */
  @Test
  void ofAStreamThatWasMadeAnewAllThatAShardHoldsIsPastAPositionOfTheFormerOne() {
    kinesis.create(STREAM, 1);
    String first = kinesis.put(STREAM, "a", "1");

    assertThat(source(null).probe(FIRST, at("1")))
        .isEqualTo(new Probe.Waiting(SettableClock.START.toEpochMilli(), first));
  }

  @Test
  void aPositionPastAllThatTheStreamHasGivenIsAnErrorThatSaysWhatToDo() {
    kinesis.create(STREAM, 1);
    String later = "9" + kinesis.put(STREAM, "a", "1");

    assertThatThrownBy(() -> source(null).probe(FIRST, at(later)))
        .hasMessageContaining("deploy the pipeline under another name")
        .hasMessageContaining(later);
  }

  @Test
  void aStreamThatIsMadeAnewIsAnother() {
    kinesis.create(STREAM, 1);
    KinesisSource source = source(null);
    source.shards();
    String first = source.identity();
    assertThat(first).contains(STREAM).isEqualTo(source(null).identity());

    kinesis.client.deleteStream(r -> r.streamName(STREAM));
    kinesis.clock.advance(Duration.ofSeconds(10));
    kinesis.create(STREAM, 2);
    source.shards();

    assertThat(source.identity()).contains(STREAM).isNotEqualTo(first);
  }

  /** Kinesis answers so where a shard was silent for long. */
  @Test
  void aLongWayToTheLatestIsFollowedAndGoneOnFromByTheNextProbe() {
    kinesis.create(STREAM, 1);
    String last = kinesis.put(STREAM, "a", "1");
    LongWay way = new LongWay(3);
    KinesisSource source =
        new KinesisSource(kinesis.client(way), StreamId.of(STREAM), null, kinesis.clock);

    assertThat(source.probe(FIRST, at(last))).isInstanceOf(Probe.Empty.class);
    assertThat(way.reads()).isEqualTo(4);

    assertThat(source.probe(FIRST, at(last))).isInstanceOf(Probe.Empty.class);
    assertThat(way.reads()).isEqualTo(5);
    assertThat(way.iterators()).isEqualTo(1);

    kinesis.put(STREAM, "a", "2");
    assertThat(source.probe(FIRST, at(last))).isInstanceOf(Probe.Waiting.class);
    assertThat(source.probe(FIRST, at(last))).isInstanceOf(Probe.Waiting.class);
    assertThat(way.iterators()).isEqualTo(2);
  }

  @Test
  void shardsAreAskedUntilTheDeadlineIsNear() {
    kinesis.create(STREAM, 1);
    LongWay way = new LongWay(1_000);
    KinesisSource source =
        new KinesisSource(kinesis.client(way), StreamId.of(STREAM), null, kinesis.clock);
    Map<String, @Nullable Position> asked = new HashMap<>();
    asked.put(FIRST, null);

    assertThat(source.probes(asked, () -> true)).containsExactly(entry(FIRST, UNANSWERED));
    assertThat(way.reads()).isZero();

    assertThat(source.probes(asked, () -> way.reads() >= 2))
        .containsExactly(entry(FIRST, UNANSWERED));
    assertThat(way.reads()).isEqualTo(2);
  }

  @Test
  void anIteratorThatHasExpiredIsNotGoneOnFrom() {
    kinesis.create(STREAM, 1);
    KinesisSource source = source(null);
    assertThat(source.probe(FIRST, null)).isInstanceOf(Probe.Empty.class);

    kinesis.clock.advance(Duration.ofMinutes(6));

    assertThat(source.probe(FIRST, null)).isInstanceOf(Probe.Empty.class);
  }

  @Test
  void whatIsPastOnePositionSaysNothingOfAnother() {
    kinesis.create(STREAM, 1);
    String first = kinesis.put(STREAM, "a", "1");
    String second = kinesis.put(STREAM, "a", "2");
    KinesisSource source = source(null);

    assertThat(source.probe(FIRST, at(second))).isInstanceOf(Probe.Empty.class);
    assertThat(source.probe(FIRST, at(first))).isInstanceOf(Probe.Waiting.class);
  }

  @Test
  void aStreamMayBeNamedByItsArn() {
    kinesis.create(STREAM, 1);
    kinesis.put(STREAM, "a", "1");
    KinesisSource source = source(KinesisConformance.ARN, null);

    assertThat(source.shards()).hasSize(1);
    assertThat(source.probe(FIRST, null)).isInstanceOf(Probe.Waiting.class);
  }

  @Test
  void whatKinesisRefusesIsItsException() {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> source("nothing", null).shards());
  }
}
