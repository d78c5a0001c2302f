package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AFTER_SEQUENCE_NUMBER;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AT_SEQUENCE_NUMBER;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AT_TIMESTAMP;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.LATEST;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.TRIM_HORIZON;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.ExpiredNextTokenException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.StreamDescription;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.Tag;
import software.amazon.awssdk.services.kinesis.model.ValidationException;

/** What the endpoint must do, as the SDK's client sees it, whatever the wire format. */
abstract class KinesisConformance {
  private static final String STREAM = "clicks";
  private static final String FIRST = "shardId-000000000000";
  private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/clicks";
  private static final BigInteger MIDDLE = BigInteger.ONE.shiftLeft(127);

  private EndpointFixture kinesis;

  @BeforeEach
  void start() {
    kinesis = new EndpointFixture(Throughput.unlimited());
  }

  @AfterEach
  void stop() {
    kinesis.close();
  }

  abstract String contentType();

  @Test
  void theClientSpeaksTheFormatThatIsTested() {
    kinesis.client.listStreams();

    assertThat(kinesis.contentTypes).containsExactly(contentType());
  }

  @Test
  void aCreatedStreamIsActiveAndDescribed() {
    kinesis.create(STREAM, 2);

    StreamDescriptionSummary summary =
        kinesis.client.describeStreamSummary(r -> r.streamName(STREAM)).streamDescriptionSummary();
    assertThat(summary.streamStatus()).isEqualTo(StreamStatus.ACTIVE);
    assertThat(summary.streamARN()).isEqualTo(ARN);
    assertThat(summary.openShardCount()).isEqualTo(2);
    assertThat(summary.retentionPeriodHours()).isEqualTo(24);
    assertThat(summary.streamCreationTimestamp()).isEqualTo(SettableClock.START);
    assertThat(summary.streamModeDetails().streamMode()).isEqualTo(StreamMode.PROVISIONED);
  }

  @Test
  void aStreamIsDescribedPageByPage() {
    kinesis.create(STREAM, 3);

    StreamDescription first =
        kinesis.client.describeStream(r -> r.streamARN(ARN).limit(2)).streamDescription();
    StreamDescription rest =
        kinesis
            .client
            .describeStream(
                r -> r.streamName(STREAM).exclusiveStartShardId(first.shards().get(1).shardId()))
            .streamDescription();

    assertThat(first.shards()).hasSize(2);
    assertThat(first.hasMoreShards()).isTrue();
    assertThat(rest.shards()).extracting(Shard::shardId).containsExactly("shardId-000000000002");
    assertThat(rest.hasMoreShards()).isFalse();
  }

  @Test
  void streamsAreListedPageByPage() {
    for (String name : List.of("a", "b", "c")) {
      kinesis.create(name, 1);
    }

    var first = kinesis.client.listStreams(r -> r.limit(2));
    var byToken = kinesis.client.listStreams(r -> r.nextToken(first.nextToken()));
    var byName = kinesis.client.listStreams(r -> r.exclusiveStartStreamName("b"));

    assertThat(first.streamNames()).containsExactly("a", "b");
    assertThat(first.hasMoreStreams()).isTrue();
    assertThat(byToken.streamNames()).containsExactly("c");
    assertThat(byName.streamNames()).containsExactly("c");
    assertThat(byToken.hasMoreStreams()).isFalse();
  }

  @Test
  void aNameIsTakenOnce() {
    kinesis.create(STREAM, 1);

    assertThatExceptionOfType(ResourceInUseException.class)
        .isThrownBy(() -> kinesis.create(STREAM, 1))
        .withMessageContaining("already exists");
  }

  @Test
  void aDeletedStreamIsGone() {
    kinesis.create(STREAM, 1);

    kinesis.client.deleteStream(r -> r.streamARN(ARN));

    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> kinesis.put(STREAM, "k", "d"))
        .withMessageContaining("Stream clicks under account 000000000000 not found.");
    assertThat(kinesis.client.listStreams().streamNames()).isEmpty();
  }

  @Test
  void wrongNamesAndCountsAreValidationErrors() {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> kinesis.create("no spaces", 1))
        .withMessageContaining("'streamName'");
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> kinesis.create(STREAM, 0));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> kinesis.client.createStream(r -> r.streamName(STREAM)));
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(() -> kinesis.create(STREAM, 20_001));
  }

  @Test
  void anOnDemandStreamHasFourShardsAndIsNotResharded() {
    kinesis.client.createStream(
        r ->
            r.streamName(STREAM)
                .streamModeDetails(mode -> mode.streamMode(StreamMode.ON_DEMAND))
                .tags(Map.of("team", "ads")));

    assertThat(kinesis.shards(STREAM)).hasSize(4);
    assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> scale(2));
    kinesis.client.updateStreamMode(
        r -> r.streamARN(ARN).streamModeDetails(m -> m.streamMode(StreamMode.PROVISIONED)));
    assertThat(scale(2)).isEqualTo(4);
  }

  @Test
  void aRecordComesBackAsItWasPut() {
    kinesis.create(STREAM, 1);
    byte[] bytes = {0, -1, 127, -128, 10};

    var put =
        kinesis.client.putRecord(
            r ->
                r.streamName(STREAM).partitionKey("schlüssel").data(SdkBytes.fromByteArray(bytes)));
    GetRecordsResponse read = kinesis.read(trimHorizon(FIRST));

    Record record = read.records().get(0);
    assertThat(put.shardId()).isEqualTo(FIRST);
    assertThat(put.sequenceNumber()).hasSize(56);
    assertThat(record.sequenceNumber()).isEqualTo(put.sequenceNumber());
    assertThat(record.data().asByteArray()).isEqualTo(bytes);
    assertThat(record.partitionKey()).isEqualTo("schlüssel");
    assertThat(record.approximateArrivalTimestamp()).isEqualTo(SettableClock.START);
    assertThat(read.millisBehindLatest()).isZero();
    assertThat(read.hasChildShards()).isFalse();
  }

  @Test
  void partitionKeysSpreadByTheirMd5AndExplicitKeysOverride() {
    kinesis.create(STREAM, 2);

    // MD5: a = 0cc1..., b = 92eb...
    var result =
        kinesis.client.putRecords(
            r -> r.streamARN(ARN).records(entry("a", null), entry("b", null), entry("a", MIDDLE)));

    assertThat(result.failedRecordCount()).isZero();
    assertThat(result.records())
        .extracting(entry -> entry.shardId())
        .containsExactly(FIRST, "shardId-000000000001", "shardId-000000000001");
    assertThat(result.records())
        .extracting(entry -> new BigInteger(entry.sequenceNumber()))
        .isSorted();
  }

  @Test
  void eachIteratorTypeBeginsAtItsPlace() {
    kinesis.create(STREAM, 1);
    kinesis.put(STREAM, "k", "1");
    kinesis.clock.advance(Duration.ofSeconds(1));
    String second = kinesis.put(STREAM, "k", "2");
    kinesis.clock.advance(Duration.ofSeconds(1));
    kinesis.put(STREAM, "k", "3");
    String latest = kinesis.iterator(STREAM, FIRST, r -> r.shardIteratorType(LATEST));
    kinesis.put(STREAM, "k", "4");

    assertThat(kinesis.data(trimHorizon(FIRST))).containsExactly("1", "2", "3", "4");
    assertThat(kinesis.data(latest)).containsExactly("4");
    assertThat(
            kinesis.data(
                kinesis.iterator(
                    STREAM,
                    FIRST,
                    r -> r.shardIteratorType(AT_SEQUENCE_NUMBER).startingSequenceNumber(second))))
        .containsExactly("2", "3", "4");
    assertThat(
            kinesis.data(
                kinesis.iterator(
                    STREAM,
                    FIRST,
                    r ->
                        r.shardIteratorType(AFTER_SEQUENCE_NUMBER).startingSequenceNumber(second))))
        .containsExactly("3", "4");
    assertThat(
            kinesis.data(
                kinesis.iterator(
                    STREAM,
                    FIRST,
                    r ->
                        r.shardIteratorType(AT_TIMESTAMP)
                            .timestamp(SettableClock.START.plusMillis(1)))))
        .containsExactly("2", "3", "4");
  }

  @Test
  void iteratorsThatMeanNoPlaceAreRefused() {
    kinesis.create(STREAM, 2);
    String number = kinesis.put(STREAM, "a", "1");

    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                kinesis.iterator(
                    STREAM,
                    "shardId-000000000001",
                    r -> r.shardIteratorType(AT_SEQUENCE_NUMBER).startingSequenceNumber(number)))
        .withMessageContaining("did not come from this shard");
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () -> kinesis.iterator(STREAM, FIRST, r -> r.shardIteratorType(AT_SEQUENCE_NUMBER)));
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                kinesis.iterator(
                    STREAM,
                    FIRST,
                    r ->
                        r.shardIteratorType(AT_TIMESTAMP)
                            .timestamp(SettableClock.START.plusSeconds(1))));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> kinesis.iterator(STREAM, FIRST, r -> r.shardIteratorType("SIDEWAYS")));
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(
            () ->
                kinesis.iterator(
                    STREAM, "shardId-000000000009", r -> r.shardIteratorType(TRIM_HORIZON)));
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> kinesis.read("bm90IGFuIGl0ZXJhdG9y"));
  }

  @Test
  void anIteratorExpiresAfterFiveMinutes() {
    kinesis.create(STREAM, 1);
    String iterator = trimHorizon(FIRST);

    kinesis.clock.advance(Duration.ofMinutes(5));
    assertThat(kinesis.data(iterator)).isEmpty();
    kinesis.clock.advance(Duration.ofMillis(1));
    assertThatExceptionOfType(ExpiredIteratorException.class)
        .isThrownBy(() -> kinesis.read(iterator));
  }

  @Test
  void anIteratorOfADeletedStreamDoesNotReadItsSuccessor() {
    kinesis.create(STREAM, 1);
    String iterator = trimHorizon(FIRST);
    kinesis.client.deleteStream(r -> r.streamName(STREAM));
    kinesis.clock.advance(Duration.ofSeconds(1));
    kinesis.create(STREAM, 1);

    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> kinesis.read(iterator));
  }

  @Test
  void aReaderIsToldHowFarItIsBehind() {
    kinesis.create(STREAM, 1);
    kinesis.put(STREAM, "k", "1");
    kinesis.put(STREAM, "k", "2");
    kinesis.clock.advance(Duration.ofMillis(1500));

    GetRecordsResponse first =
        kinesis.client.getRecords(r -> r.shardIterator(trimHorizon(FIRST)).limit(1));
    GetRecordsResponse second = kinesis.read(first.nextShardIterator());
    GetRecordsResponse third = kinesis.read(second.nextShardIterator());

    assertThat(first.millisBehindLatest()).isEqualTo(1500);
    assertThat(EndpointFixture.text(second.records().get(0))).isEqualTo("2");
    assertThat(second.millisBehindLatest()).isZero();
    assertThat(third.records()).isEmpty();
    assertThat(third.nextShardIterator()).isNotNull();
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                kinesis.client.getRecords(r -> r.shardIterator(trimHorizon(FIRST)).limit(10_001)));
  }

  @Test
  void oneReadGivesTenMebibytesAtMost() {
    kinesis.create(STREAM, 1);
    byte[] large = new byte[(1 << 20) - 1];
    for (int i = 0; i < 12; i++) {
      kinesis.client.putRecord(
          r -> r.streamName(STREAM).partitionKey("k").data(SdkBytes.fromByteArray(large)));
    }

    GetRecordsResponse first = kinesis.read(trimHorizon(FIRST));
    GetRecordsResponse second = kinesis.read(first.nextShardIterator());

    assertThat(first.records()).hasSize(10);
    assertThat(second.records()).hasSize(2);
  }

  @Test
  void recordsThatBreakALimitAreRefused() {
    kinesis.create(STREAM, 1);

    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> kinesis.put(STREAM, "k", "x".repeat(1 << 20)));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> kinesis.put(STREAM, "", "x"));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> kinesis.put(STREAM, "k".repeat(257), "x"));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> putMany(501, "x"))
        .withMessageContaining("500");
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> putMany(11, "x".repeat(1_000_000)))
        .withMessageContaining("10485760");
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                kinesis.client.putRecords(
                    r -> r.streamName(STREAM).records(entry("k", MIDDLE.shiftLeft(1)))));
    assertThat(kinesis.data(trimHorizon(FIRST))).isEmpty();
  }

  @Test
  void orderingTakesOnlyNumbersOfTheStream() {
    kinesis.create(STREAM, 1);
    String first = kinesis.put(STREAM, "k", "1");

    String second =
        kinesis
            .client
            .putRecord(
                r ->
                    r.streamName(STREAM)
                        .partitionKey("k")
                        .data(SdkBytes.fromUtf8String("2"))
                        .sequenceNumberForOrdering(first))
            .sequenceNumber();

    assertThat(new BigInteger(second)).isGreaterThan(new BigInteger(first));
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                kinesis.client.putRecord(
                    r ->
                        r.streamName(STREAM)
                            .partitionKey("k")
                            .data(SdkBytes.fromUtf8String("3"))
                            .sequenceNumberForOrdering("42")));
  }

  @Test
  void aSplitShardEndsAndNamesItsChildren() {
    kinesis.create(STREAM, 1);
    kinesis.put(STREAM, "a", "before");

    kinesis.client.splitShard(
        r -> r.streamName(STREAM).shardToSplit(FIRST).newStartingHashKey(MIDDLE.toString()));
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
    kinesis.client.splitShard(
        r -> r.streamName(STREAM).shardToSplit(FIRST).newStartingHashKey(MIDDLE.toString()));

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

  @Test
  void shardsAreListedPageByPage() {
    kinesis.create(STREAM, 5);

    List<String> listed = new ArrayList<>();
    ListShardsResponse page = kinesis.client.listShards(r -> r.streamName(STREAM).maxResults(2));
    page.shards().forEach(shard -> listed.add(shard.shardId()));
    while (page.nextToken() != null) {
      String token = page.nextToken();
      page = kinesis.client.listShards(r -> r.nextToken(token).maxResults(2));
      page.shards().forEach(shard -> listed.add(shard.shardId()));
    }

    assertThat(listed).hasSize(5).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void aListTokenIsRefusedWithAStreamsNameAndAfterFiveMinutes() {
    kinesis.create(STREAM, 2);
    String token = kinesis.client.listShards(r -> r.streamName(STREAM).maxResults(1)).nextToken();

    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> kinesis.client.listShards(r -> r.streamName(STREAM).nextToken(token)));
    kinesis.clock.advance(Duration.ofMinutes(6));
    assertThatExceptionOfType(ExpiredNextTokenException.class)
        .isThrownBy(() -> kinesis.client.listShards(r -> r.nextToken(token)));
  }

  @Test
  void shardFiltersPickByStateAndTime() {
    kinesis.create(STREAM, 1);
    kinesis.clock.advance(Duration.ofHours(1));
    kinesis.client.splitShard(
        r -> r.streamName(STREAM).shardToSplit(FIRST).newStartingHashKey(MIDDLE.toString()));
    kinesis.clock.advance(Duration.ofHours(1));

    assertThat(listed(ShardFilterType.FROM_TRIM_HORIZON, 0)).containsExactly("0", "1", "2");
    assertThat(listed(ShardFilterType.AT_TRIM_HORIZON, 0)).containsExactly("0");
    assertThat(listed(ShardFilterType.AT_LATEST, 0)).containsExactly("1", "2");
    assertThat(listed(ShardFilterType.AT_TIMESTAMP, 30)).containsExactly("0");
    assertThat(listed(ShardFilterType.AT_TIMESTAMP, 90)).containsExactly("1", "2");
    assertThat(listed(ShardFilterType.FROM_TIMESTAMP, 90)).containsExactly("1", "2");
    assertThat(listed(ShardFilterType.AFTER_SHARD_ID, 0)).containsExactly("1", "2");
  }

  @Test
  void recordsAndClosedShardsLeaveAfterTheRetention() {
    kinesis.create(STREAM, 1);
    kinesis.client.increaseStreamRetentionPeriod(
        r -> r.streamName(STREAM).retentionPeriodHours(48));
    kinesis.put(STREAM, "k", "old");
    kinesis.clock.advance(Duration.ofHours(30));
    kinesis.put(STREAM, "k", "new");

    assertThat(kinesis.data(trimHorizon(FIRST))).containsExactly("old", "new");
    kinesis.client.decreaseStreamRetentionPeriod(
        r -> r.streamName(STREAM).retentionPeriodHours(24));
    assertThat(kinesis.data(trimHorizon(FIRST))).containsExactly("new");
    kinesis.client.splitShard(
        r -> r.streamName(STREAM).shardToSplit(FIRST).newStartingHashKey(MIDDLE.toString()));
    kinesis.clock.advance(Duration.ofHours(25));
    assertThat(kinesis.shards(STREAM)).extracting(Shard::shardId).doesNotContain(FIRST);
  }

  @Test
  void retentionIsADayToAYearAndChangesTheWayItIsCalled() {
    kinesis.create(STREAM, 1);

    assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> retain(8761));
    assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> retain(23));
    retain(100);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> retain(50))
        .withMessageContaining("DecreaseStreamRetentionPeriod");
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                kinesis.client.decreaseStreamRetentionPeriod(
                    r -> r.streamName(STREAM).retentionPeriodHours(101)));
  }

  @Test
  void tagsAreAddedListedAndRemoved() {
    kinesis.create(STREAM, 1);
    kinesis.client.addTagsToStream(
        r -> r.streamName(STREAM).tags(Map.of("a", "1", "b", "2", "c", "")));
    kinesis.client.removeTagsFromStream(r -> r.streamName(STREAM).tagKeys("b"));

    var first = kinesis.client.listTagsForStream(r -> r.streamName(STREAM).limit(1));
    var rest = kinesis.client.listTagsForStream(r -> r.streamARN(ARN).exclusiveStartTagKey("a"));

    assertThat(first.tags()).containsExactly(Tag.builder().key("a").value("1").build());
    assertThat(first.hasMoreTags()).isTrue();
    assertThat(rest.tags()).containsExactly(Tag.builder().key("c").value("").build());
    assertThat(rest.hasMoreTags()).isFalse();
  }

  @Test
  void limitsCountTheShardsInUse() {
    kinesis.create("a", 2);
    kinesis.create("b", 3);

    var limits = kinesis.client.describeLimits();

    assertThat(limits.openShardCount()).isEqualTo(5);
    assertThat(limits.shardLimit()).isEqualTo(20_000);
    assertThat(limits.onDemandStreamCount()).isZero();
  }

  @Test
  void nameAndArnMustAgree() {
    kinesis.create(STREAM, 1);

    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () -> kinesis.client.describeStreamSummary(r -> r.streamName("other").streamARN(ARN)));
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> kinesis.client.describeStreamSummary(r -> {}));
  }

  @Test
  void anOperationThatIsNotThereIsUnknown() {
    assertThatExceptionOfType(KinesisException.class)
        .isThrownBy(() -> kinesis.client.listStreamConsumers(r -> r.streamARN(ARN)))
        .satisfies(
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.requestId()).isNotNull();
            })
        .withMessageContaining("ListStreamConsumers");
  }

  private String trimHorizon(String shard) {
    return kinesis.iterator(STREAM, shard, r -> r.shardIteratorType(TRIM_HORIZON));
  }

  private int scale(int target) {
    return kinesis
        .client
        .updateShardCount(
            r ->
                r.streamName(STREAM)
                    .targetShardCount(target)
                    .scalingType(ScalingType.UNIFORM_SCALING))
        .currentShardCount();
  }

  private void retain(int hours) {
    kinesis.client.increaseStreamRetentionPeriod(
        r -> r.streamName(STREAM).retentionPeriodHours(hours));
  }

  /** The last digits of the shards that a filter lets through, a time being minutes from start. */
  private List<String> listed(ShardFilterType type, int minutes) {
    return kinesis
        .client
        .listShards(
            r ->
                r.streamName(STREAM)
                    .shardFilter(
                        f -> {
                          f.type(type);
                          if (minutes > 0) {
                            f.timestamp(SettableClock.START.plus(Duration.ofMinutes(minutes)));
                          }
                          if (type == ShardFilterType.AFTER_SHARD_ID) {
                            f.shardId(FIRST);
                          }
                        }))
        .shards()
        .stream()
        .map(shard -> shard.shardId().substring(shard.shardId().length() - 1))
        .toList();
  }

  private void putMany(int count, String data) {
    PutRecordsRequestEntry entry =
        PutRecordsRequestEntry.builder()
            .partitionKey("k")
            .data(SdkBytes.fromUtf8String(data))
            .build();
    List<PutRecordsRequestEntry> entries = Collections.nCopies(count, entry);
    kinesis.client.putRecords(r -> r.streamName(STREAM).records(entries));
  }

  private static PutRecordsRequestEntry entry(String key, @Nullable BigInteger hashKey) {
    return PutRecordsRequestEntry.builder()
        .partitionKey(key)
        .data(SdkBytes.fromUtf8String("data"))
        .explicitHashKey(hashKey == null ? null : hashKey.toString())
        .build();
  }
}
