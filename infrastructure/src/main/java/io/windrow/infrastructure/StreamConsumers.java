package io.windrow.infrastructure;

import io.windrow.definition.StreamSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.StreamConsumer;
import software.constructs.Construct;

/** The enhanced fan-out consumer of a pipeline that has a share of its stream for itself. */
final class StreamConsumers {
  private static final int LONGEST_NAME = 128;

  private StreamConsumers() {}

  static @Nullable StreamConsumer of(Construct scope, StreamSource source, IStream stream) {
    if (!source.fanout() && !source.critical()) {
      return null;
    }
    String name =
        Names.uniqueResourceName(
            scope, UniqueResourceNameOptions.builder().maxLength(LONGEST_NAME).build());
    return StreamConsumer.Builder.create(scope, "Consumer").stream(stream)
        .streamConsumerName(name)
        .build();
  }
}
