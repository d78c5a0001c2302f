package io.windrow.infrastructure;

import io.windrow.functions.ProcessHandler;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.StreamConsumer;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.constructs.Construct;

/** The function that commits the stream's batches, with what brings them to it. */
final class ProcessFunction {
  private static final Duration TIMEOUT = Duration.seconds(60);

  /** Attempts to reach DynamoDB end before the function does. */
  private static final Duration LEAST_TIMEOUT = Duration.seconds(30);

  /** Of a critical pipeline on demand: more shards than Kinesis gives a new stream. */
  private static final int CRITICAL_CONCURRENCY = 50;

  /** Two environments may hold one shard's batch. */
  private static final int CONCURRENCY_A_SHARD = 2;

  static final TableOperations ON_STATE = TableOperations.of("GetItem", "PutItem", "Query");

  private final PipelineFunction function;
  private final @Nullable StreamConsumer consumer;
  private final EventSourceMapping mapping;

  ProcessFunction(Construct scope, PipelineContext pipeline, Code code) {
    this.function =
        new PipelineFunction(
            scope,
            "Process",
            new FunctionSpec(
                ProcessHandler.class,
                "Commits what the stream of the pipeline " + pipeline.name() + " brings",
                TIMEOUT,
                LEAST_TIMEOUT,
                reservedConcurrency(pipeline),
                code,
                pipeline.environment(),
                "overrideProcess",
                pipeline.props().overrides().process()),
            pipeline.props().functions(),
            pipeline.storage().key());
    IStream stream = pipeline.storage().stream();
    ReadableStream.requireRegion(scope, stream);
    this.consumer = StreamConsumers.of(scope, pipeline);
    allow(pipeline);
    this.mapping =
        StreamMapping.of(
            scope,
            pipeline,
            consumer == null ? stream.getStreamArn() : consumer.getStreamConsumerArn(),
            function.alias());
  }

  private static @Nullable Integer reservedConcurrency(PipelineContext pipeline) {
    Integer asked = pipeline.props().functions().reservedConcurrency();
    if (asked != null || !pipeline.definition().source().critical()) {
      return asked;
    }
    return pipeline.storage().source().capacity() instanceof StreamCapacity.Provisioned provisioned
        ? (Integer) (provisioned.shards() * CONCURRENCY_A_SHARD)
        : CRITICAL_CONCURRENCY;
  }

  private void allow(PipelineContext pipeline) {
    PipelineStorage storage = pipeline.storage();
    allowStream(storage.stream());
    function.allow(storage.stateTable().getTableArn(), ON_STATE.actions());
    KeyAccess.writeItems(storage.stateTable().getEncryptionKey(), function.role());
    ReferenceAccess.allow(pipeline, function, "dynamodb:BatchGetItem", "dynamodb:DescribeTable");
    ReferenceAccess.allowKeys(pipeline, function);
    allowDestination(storage);
  }

  /** What its mapping reads the stream by, too. */
  private void allowStream(IStream stream) {
    function.allow(
        stream.getStreamArn(),
        "kinesis:DescribeStream",
        "kinesis:DescribeStreamSummary",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards");
    if (consumer != null) {
      function.allow(
          consumer.getStreamConsumerArn(),
          "kinesis:DescribeStreamConsumer",
          "kinesis:SubscribeToShard");
    }
    KeyAccess.read(stream.getEncryptionKey(), function.role());
  }

  /** AWS Lambda Developer Guide, "Retain discarded batches": the mapping puts as the function. */
  private void allowDestination(PipelineStorage storage) {
    function.allow(storage.quarantine().getBucketArn(), "s3:ListBucket");
    function.allowAny(
        storage.quarantine().arnForObjects(QuarantineDestination.PREFIX + "*"),
        "^Resource::.*/" + QuarantineDestination.PREFIX + "\\*$",
        "Lambda names the object of each batch that a mapping gives up.",
        "s3:PutObject");
    KeyAccess.write(storage.quarantine().getEncryptionKey(), function.role());
  }

  PipelineFunction function() {
    return function;
  }

  /** The consumer of a pipeline with fan-out, else null. */
  @Nullable StreamConsumer consumer() {
    return consumer;
  }

  EventSourceMapping mapping() {
    return mapping;
  }
}
