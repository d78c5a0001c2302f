package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.StreamOwner;
import io.windrow.infrastructure.template.PinnedId;
import io.windrow.infrastructure.template.StackNames;
import io.windrow.plan.StreamSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamAttributes;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.amazon.awscdk.services.kinesis.StreamProps;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * The stream that a pipeline reads.
 *
 * @param owner whose it is, were it of the account that reads it
 * @param retention how long it holds a record; of one that exists, by its owner's word
 * @param capacity its shards; of one that exists, by its owner's word
 */
record PipelineStream(
    IStream stream, StreamOwner owner, Duration retention, StreamCapacity capacity) {
  static PipelineStream of(
      Construct scope, StreamSource source, WindrowPipelineProps props, @Nullable IKey key) {
    IStream existing = props.existing().stream();
    if (existing != null) {
      warnItsMaker(scope, existing);
      return existing(existing, props);
    }
    return source.stream() instanceof StreamSource.Imported imported
        ? existing(imported(scope, imported), props)
        : made(scope, asked(source, props, key), props, key);
  }

  private static PipelineStream existing(IStream stream, WindrowPipelineProps props) {
    return new PipelineStream(stream, StreamOwner.ACCOUNT, props.retention(), props.capacity());
  }

  /** The maker's alarms are made already, for a stream that it reads alone. */
  private static void warnItsMaker(Construct scope, IStream stream) {
    if (stream.getNode().getScope() instanceof PipelineStorage maker
        && maker.source().owner() == StreamOwner.PIPELINE) {
      Annotations.of(scope)
          .addWarningV2(
              "windrow:stream-read-by-two",
              "the stream is made by %s, which is alarmed as its only reader; say sharedStream() where that is made"
                  .formatted(maker.getNode().getPath()));
    }
  }

  /** The CDK can't learn the key of a stream that it did not make: the definition names it. */
  private static IStream imported(Construct scope, StreamSource.Imported source) {
    StreamAttributes.Builder attributes = StreamAttributes.builder().streamArn(source.arn());
    String key = source.key();
    if (key != null) {
      attributes.encryptionKey(Key.fromKeyArn(scope, "StreamKey", key));
    }
    return Stream.fromStreamAttributes(scope, "Stream", attributes.build());
  }

  private static StreamProps asked(
      StreamSource source, WindrowPipelineProps props, @Nullable IKey key) {
    StreamProps.Builder stream =
        StreamProps.builder()
            .streamName(source.streamName())
            .retentionPeriod(props.retention())
            .removalPolicy(RemovalPolicy.RETAIN)
            .encryption(key == null ? StreamEncryption.MANAGED : StreamEncryption.KMS)
            .encryptionKey(key);
    if (props.capacity() instanceof StreamCapacity.Provisioned provisioned) {
      stream.streamMode(StreamMode.PROVISIONED).shardCount(provisioned.shards());
    } else {
      stream.streamMode(StreamMode.ON_DEMAND);
    }
    props.overrides().stream().accept(stream);
    StreamProps asked = stream.build();
    Duration retention = asked.getRetentionPeriod();
    if (retention != null) {
      StreamRetention.possible(retention);
    }
    return asked;
  }

  private static PipelineStream made(
      Construct scope, StreamProps asked, WindrowPipelineProps props, @Nullable IKey key) {
    String name = asked.getStreamName();
    if (name != null) {
      takeName(scope, name, props.definition().name());
    }
    Stream made = new Stream(scope, "Stream", asked);
    PinnedId.of(made, "StorageStream", props.definition().name());
    if (key != null) {
      Nag.suppress(made, "AwsSolutions-KDS3", "The pipeline's owner asked for a key of their own.");
    }
    return new PipelineStream(
        made,
        props.madeStreamOwner(),
        Objects.requireNonNullElse(asked.getRetentionPeriod(), StreamRetention.LEAST),
        StreamCapacity.of(asked));
  }

  private static void takeName(Construct scope, String name, String pipeline) {
    StackNames.take(
        scope,
        "stream to make",
        name,
        pipeline,
        "let one make it, and the other read it by its ARN (source: { stream: arn:... })");
  }
}
