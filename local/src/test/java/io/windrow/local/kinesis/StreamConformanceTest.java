package io.windrow.local.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamDescription;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.ValidationException;

/** How streams are created, described, listed and deleted. */
class StreamConformanceTest extends KinesisConformance {

  @Test
  void theClientSpeaksTheFormatThatIsTested() {
    kinesis.client.listStreams();

    assertThat(kinesis.contentTypes).containsExactly(speech.contentType());
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
        .isThrownBy(() -> kinesis.client.getResourcePolicy(r -> r.resourceARN(ARN)))
        .satisfies(
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.requestId()).isNotNull();
            })
        .withMessageContaining("GetResourcePolicy");
  }
}
