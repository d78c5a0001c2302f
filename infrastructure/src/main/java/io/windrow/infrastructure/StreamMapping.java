package io.windrow.infrastructure;

import io.windrow.infrastructure.template.PinnedId;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.EventSourceMappingProps;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.MetricType;
import software.amazon.awscdk.services.lambda.MetricsConfig;
import software.constructs.Construct;

/**
 * The event source mapping from the stream to the function that commits (AWS Lambda Developer
 * Guide, "Using Lambda to process records from Amazon Kinesis Data Streams").
 */
final class StreamMapping {
  /** The most there is: each batch costs a commit. */
  private static final int BATCH_SIZE = 10_000;

  private static final Duration BATCH_WINDOW = Duration.seconds(1);
  private static final int UNLIMITED = -1;

  private StreamMapping() {}

  /**
   * The mapping of a pipeline.
   *
   * @param source the ARN of the stream, or of its consumer
   */
  static EventSourceMapping of(
      Construct scope, PipelineContext pipeline, String source, IFunction function) {
    EventSourceMappingProps.Builder props =
        EventSourceMappingProps.builder()
            .target(function)
            .eventSourceArn(source)
            .batchSize(BATCH_SIZE)
            .maxBatchingWindow(BATCH_WINDOW)
            .reportBatchItemFailures(true)
            .bisectBatchOnError(true)
            .retryAttempts(UNLIMITED)
            .onFailure(new QuarantineDestination(pipeline.storage().quarantine()))
            .parallelizationFactor(1)
            .metricsConfig(
                MetricsConfig.builder().metrics(List.of(MetricType.EVENT_COUNT)).build());
    pipeline.start().apply(props);
    EventSourceMappingProps set = props.build();
    pipeline.props().overrides().mapping().accept(props);
    EventSourceMappingProps asked = props.build();
    MappingRules.require(set, asked);
    EventSourceMapping mapping = new EventSourceMapping(scope, "Mapping", asked);
    PinnedId.of(mapping, "Mapping", pipeline.name());
    return mapping;
  }
}
