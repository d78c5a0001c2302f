package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.SHARD;
import static io.windrow.local.mapping.Fixtures.config;
import static io.windrow.local.mapping.Fixtures.numbers;
import static io.windrow.local.mapping.Fixtures.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchBufferTest {

  @Test
  void aBatchIsDueWhenItHasItsSize() {
    BatchBuffer buffer = buffer(config().batchSize(3).batchingWindow(Duration.ofSeconds(5)));

    buffer.add(records(0, 2), 0);
    assertThat(buffer.dueIn(0)).isEqualTo(5_000);
    assertThat(buffer.room()).isEqualTo(1);

    buffer.add(records(2, 3), 0);
    assertThat(buffer.dueIn(0)).isZero();
  }

  @Test
  void aBatchIsDueWhenItsWindowIsOver() {
    BatchBuffer buffer = buffer(config().batchingWindow(Duration.ofSeconds(5)));

    buffer.add(records(0, 1), 1_000);
    buffer.add(records(1, 2), 4_000);

    assertThat(buffer.dueIn(4_000)).isEqualTo(2_000);
    assertThat(buffer.dueIn(6_000)).isZero();
  }

  @Test
  void withoutAWindowABatchIsDueAtOnce() {
    BatchBuffer buffer = buffer(config());

    buffer.add(records(0, 1), 1_000);

    assertThat(buffer.dueIn(1_000)).isZero();
  }

  @Test
  void aBatchIsDueWhenAPayloadIsFull() {
    BatchBuffer buffer = buffer(config().batchingWindow(Duration.ofSeconds(5)));

    buffer.add(large(7), 0);

    assertThat(buffer.room()).isZero();
    assertThat(buffer.dueIn(0)).isZero();
  }

  @Test
  void aBatchTakesNoMoreThanAPayloadCarriesInBase64() {
    BatchBuffer buffer = buffer(config());
    buffer.add(large(10), 0);

    List<ShardRecord> batch = buffer.take(100);

    EnvelopeWriter writer = new EnvelopeWriter(config().build(), SHARD);
    assertThat(batch).hasSize(4);
    assertThat(writer.write(batch).length).isLessThanOrEqualTo(MappingConfig.PAYLOAD_LIMIT);
    assertThat(buffer.take(100)).hasSize(4);
    assertThat(buffer.take(100)).hasSize(2);
    assertThat(buffer.isEmpty()).isTrue();
  }

  @Test
  void aRecordTooLargeForAPayloadIsABatchOfItsOwn() {
    BatchBuffer buffer = buffer(config());
    buffer.add(List.of(record(0, 5 << 20), record(1, 1), record(2, 1)), 0);

    assertThat(buffer.take(100)).hasSize(1);
    assertThat(buffer.take(100)).hasSize(2);
  }

  @Test
  void recordsPutBackComeFirst() {
    BatchBuffer buffer = buffer(config());
    buffer.add(records(0, 5), 0);
    List<ShardRecord> batch = buffer.take(3);

    buffer.putBack(batch.subList(1, 3));

    assertThat(numbers(buffer.take(100))).containsExactly(1, 2, 3, 4);
  }

  private static BatchBuffer buffer(MappingConfigBuilder builder) {
    MappingConfig config = builder.build();
    return new BatchBuffer(config, new EnvelopeWriter(config, SHARD)::sizeOf);
  }

  private static List<ShardRecord> large(int count) {
    return IntStream.range(0, count).mapToObj(i -> record(i, 1 << 20)).toList();
  }

  private static ShardRecord record(int number, int bytes) {
    return new ShardRecord(Fixtures.sequence(number), "key", 0, new byte[bytes]);
  }
}
