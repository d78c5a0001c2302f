package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ValidationException;

/** How records are put, and which are refused. */
class PutConformanceTest extends KinesisConformance {

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
