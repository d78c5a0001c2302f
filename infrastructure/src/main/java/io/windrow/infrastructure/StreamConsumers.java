package io.windrow.infrastructure;

import io.windrow.infrastructure.template.PinnedId;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.StreamConsumer;
import software.constructs.Construct;

/**
 * The enhanced fan-out consumer of a pipeline that has a share of its stream for itself. Its name
 * and id follow the pipeline's name: the mapping reads it by its ARN, so that another consumer is
 * another mapping.
 */
final class StreamConsumers {
  private StreamConsumers() {}

  static @Nullable StreamConsumer of(Construct scope, PipelineContext pipeline) {
    if (!pipeline.definition().source().hasConsumer()) {
      return null;
    }
    IStream stream = pipeline.storage().stream();
    ReadableStream.requireOwnAccountForFanOut(scope, stream);
    StreamConsumer consumer =
        StreamConsumer.Builder.create(scope, "Consumer").stream(stream)
            .streamConsumerName("windrow-" + pipeline.name())
            .build();
    PinnedId.of(consumer, "PipelineConsumer", pipeline.name());
    return consumer;
  }
}
