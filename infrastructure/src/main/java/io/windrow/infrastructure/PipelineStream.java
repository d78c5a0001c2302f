package io.windrow.infrastructure;

import io.windrow.definition.StreamSource;
import io.windrow.infrastructure.template.PinnedId;
import io.windrow.infrastructure.template.StackNames;
import org.jspecify.annotations.Nullable;
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
 * @param shared whether others own it, so that they may read it too
 */
record PipelineStream(IStream stream, boolean shared) {

  static PipelineStream of(
      Construct scope, StreamSource source, WindrowPipelineProps props, @Nullable IKey key) {
    IStream existing = props.existing().stream();
    if (existing != null) {
      return new PipelineStream(existing, true);
    }
    return source.stream() instanceof StreamSource.Imported imported
        ? new PipelineStream(imported(scope, imported), true)
        : new PipelineStream(made(scope, source, props, key), false);
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

  private static Stream made(
      Construct scope, StreamSource source, WindrowPipelineProps props, @Nullable IKey key) {
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
    String name = asked.getStreamName();
    if (name != null) {
      takeName(scope, name, props.definition().name());
    }
    Stream made = new Stream(scope, "Stream", asked);
    PinnedId.of(made, "StorageStream", props.definition().name());
    if (key != null) {
      Nag.suppress(made, "AwsSolutions-KDS3", "The pipeline's owner asked for a key of their own.");
    }
    return made;
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
