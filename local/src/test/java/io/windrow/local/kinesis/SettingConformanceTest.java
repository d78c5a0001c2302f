package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.Tag;
import software.amazon.awssdk.services.kinesis.model.ValidationException;

/** How mode, retention, tags and limits are set and shown. */
class SettingConformanceTest extends KinesisConformance {

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
    splitFirst();
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
  void aStreamIsTaggedByItsArnToo() {
    kinesis.create(STREAM, 1);
    kinesis.client.tagResource(r -> r.resourceARN(ARN).tags(Map.of("a", "1", "b", "2")));
    kinesis.client.untagResource(r -> r.resourceARN(ARN).tagKeys("a"));

    assertThat(kinesis.client.listTagsForResource(r -> r.resourceARN(ARN)).tags())
        .containsExactly(Tag.builder().key("b").value("2").build());
    assertThat(kinesis.client.listTagsForStream(r -> r.streamName(STREAM)).tags()).hasSize(1);
  }

  @Test
  void recordsPastAMebibyteAreTakenByAStreamThatAllowsThem() {
    kinesis.create(STREAM, 1);
    String large = "x".repeat(2 << 20);

    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> kinesis.put(STREAM, "k", large));
    kinesis.client.updateMaxRecordSize(r -> r.streamARN(ARN).maxRecordSizeInKiB(4096));
    kinesis.put(STREAM, "k", large);
    assertThat(
            kinesis
                .client
                .describeStreamSummary(r -> r.streamName(STREAM))
                .streamDescriptionSummary()
                .maxRecordSizeInKiB())
        .isEqualTo(4096);
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

  private void retain(int hours) {
    kinesis.client.increaseStreamRetentionPeriod(
        r -> r.streamName(STREAM).retentionPeriodHours(hours));
  }
}
