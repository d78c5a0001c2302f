package io.windrow.infrastructure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * Resources that a pipeline uses rather than makes; null for each that it makes.
 *
 * @param stateTable with a stream of new images, so that windows close soon after a commit; without
 *     one they wait for the schedule, each minute
 * @param references tables that the definition enriches from and that a customer's key encrypts
 */
record ExistingResources(
    @Nullable IStream stream,
    @Nullable ITable stateTable,
    @Nullable ITable resultsTable,
    @Nullable IBucket quarantine,
    @Nullable ITopic alarmTopic,
    @Nullable ITopic pageTopic,
    List<ITable> references) {
  ExistingResources {
    references = List.copyOf(references);
  }

  /** What of them is said so far. */
  static final class Builder {
    @Nullable IStream stream;
    @Nullable ITable stateTable;
    @Nullable ITable resultsTable;
    @Nullable IBucket quarantine;
    @Nullable ITopic alarmTopic;
    @Nullable ITopic pageTopic;
    final List<ITable> references = new ArrayList<>();

    ExistingResources build() {
      return new ExistingResources(
          stream, stateTable, resultsTable, quarantine, alarmTopic, pageTopic, references);
    }
  }
}
