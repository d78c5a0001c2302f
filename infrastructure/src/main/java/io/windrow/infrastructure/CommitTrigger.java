package io.windrow.infrastructure;

import io.windrow.functions.dynamodb.TableSchemas;
import io.windrow.infrastructure.template.Sorted;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.FilterRule;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.constructs.Construct;

/**
 * The event source mapping from the state table's stream to the function that settles, for entries
 * by which windows may close. Its calls are hints, which the schedule makes good: it starts at the
 * latest and gives up soon.
 */
final class CommitTrigger {
  private static final int BATCH_SIZE = 1000;
  private static final Duration BATCH_WINDOW = Duration.seconds(1);
  private static final Duration OLDEST = Duration.seconds(60);

  private CommitTrigger() {}

  static void of(Construct scope, PipelineContext pipeline, PipelineFunction function) {
    String stream = pipeline.storage().stateTable().getTableStreamArn();
    if (stream == null) {
      Annotations.of(scope)
          .addWarningV2(
              "windrow:state-table-without-stream",
              "the state table has no stream that is known here, so windows close up to a minute"
                  + " later; turn its stream of new images on and import it by Table.fromTableAttributes with"
                  + " tableStreamArn");
      return;
    }
    allow(function, stream);
    KeyAccess.read(pipeline.storage().stateTable().getEncryptionKey(), function.role());
    EventSourceMapping.Builder.create(scope, "Commits")
        .target(function.alias())
        .eventSourceArn(stream)
        .batchSize(BATCH_SIZE)
        .maxBatchingWindow(BATCH_WINDOW)
        .startingPosition(StartingPosition.LATEST)
        .retryAttempts(0)
        .maxRecordAge(OLDEST)
        .filters(List.of(closingIn(pipeline.name())))
        .build();
  }

  /** AWS Lambda Developer Guide, "Using event filtering with a DynamoDB event source". */
  private static Map<String, ? extends Object> closingIn(String pipeline) {
    return FilterCriteria.filter(
        Sorted.map(
            "eventName",
            FilterRule.isEqual("INSERT"),
            "dynamodb",
            Sorted.map(
                "Keys",
                Map.of(
                    TableSchemas.KEY,
                    Map.of("S", FilterRule.beginsWith(TableSchemas.LEDGERS + pipeline + "/"))),
                "NewImage",
                Map.of(TableSchemas.CLOSES, Map.of("BOOL", FilterRule.exists())))));
  }

  private static void allow(PipelineFunction function, String stream) {
    function.allow(
        stream, "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator");
    function.allowAny(
        "*",
        "^Resource::\\*$",
        "dynamodb:ListStreams knows no resource; mappings ask for it.",
        "dynamodb:ListStreams");
  }
}
