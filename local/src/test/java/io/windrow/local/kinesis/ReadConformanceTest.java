package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AFTER_SEQUENCE_NUMBER;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AT_SEQUENCE_NUMBER;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.AT_TIMESTAMP;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.LATEST;
import static software.amazon.awssdk.services.kinesis.model.ShardIteratorType.TRIM_HORIZON;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ValidationException;

/** Where iterators begin and end, and what a read tells. */
class ReadConformanceTest extends KinesisConformance {

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
}
