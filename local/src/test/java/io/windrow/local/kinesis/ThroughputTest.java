package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class ThroughputTest {
  private EndpointFixture kinesis;

  @BeforeEach
  void start() {
    kinesis = new EndpointFixture(Throughput.provisioned());
    kinesis.create("clicks", 1);
  }

  @AfterEach
  void stop() {
    kinesis.close();
  }

  @Test
  void recordsPastAMebibyteASecondFailOneByOne() {
    PutRecordsResponse response = putMany(5, 300_000);

    assertThat(response.failedRecordCount()).isEqualTo(2);
    assertThat(response.records())
        .extracting(PutRecordsResultEntry::errorCode)
        .containsExactly(
            null,
            null,
            null,
            "ProvisionedThroughputExceededException",
            "ProvisionedThroughputExceededException");
    assertThat(response.records().get(4).errorMessage())
        .contains("shardId-000000000000")
        .contains("clicks")
        .contains("000000000000");
    assertThat(response.records().get(4).sequenceNumber()).isNull();
  }

  @Test
  void aThousandRecordsAreWrittenASecond() {
    putMany(500, 1);
    putMany(500, 1);

    assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
        .isThrownBy(() -> kinesis.put("clicks", "k", "x"));
    kinesis.clock.advance(Duration.ofSeconds(1));
    assertThat(kinesis.put("clicks", "k", "x")).isNotEmpty();
  }

  @Test
  void aShardIsReadFiveTimesASecond() {
    String iterator = iterator();
    IntStream.range(0, 5).forEach(i -> kinesis.read(iterator));

    assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
        .isThrownBy(() -> kinesis.read(iterator));
    kinesis.clock.advance(Duration.ofSeconds(1));
    assertThat(kinesis.read(iterator).records()).isEmpty();
  }

  @Test
  void aLargeReadIsFollowedByAPauseOfItsSize() {
    for (int second = 0; second < 4; second++) {
      putMany(1, 1_000_000);
      kinesis.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(kinesis.read(iterator()).records()).hasSize(4);

    kinesis.clock.advance(Duration.ofMillis(1_900));
    assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
        .isThrownBy(() -> kinesis.read(iterator()));
    kinesis.clock.advance(Duration.ofMillis(100));
    assertThat(kinesis.read(iterator()).records()).hasSize(4);
  }

  private String iterator() {
    return kinesis.iterator(
        "clicks", "shardId-000000000000", r -> r.shardIteratorType(ShardIteratorType.TRIM_HORIZON));
  }

  private PutRecordsResponse putMany(int count, int bytes) {
    PutRecordsRequestEntry entry =
        PutRecordsRequestEntry.builder()
            .partitionKey("k")
            .data(SdkBytes.fromByteArray(new byte[bytes]))
            .build();
    List<PutRecordsRequestEntry> entries = Collections.nCopies(count, entry);
    return kinesis.client.putRecords(r -> r.streamName("clicks").records(entries));
  }
}
