package io.windrow.infrastructure;

import io.windrow.functions.SettleHandler;
import io.windrow.functions.s3.S3Quarantine;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.constructs.Construct;

/** The function that settles, with the schedule and the table's stream that call it. */
final class SettleFunction {
  /** Many keys are closed in several calls; what a call was cut at, the next goes on from. */
  private static final Duration TIMEOUT = Duration.minutes(5);

  /** It leaves off 20 s before its end, and what it asks of shards takes up to 90 s. */
  private static final Duration LEAST_TIMEOUT = Duration.minutes(2);

  private static final Duration EVERY = Duration.minutes(1);

  static final TableOperations ON_STATE =
      TableOperations.of("GetItem", "PutItem", "Query", "Scan", "UpdateItem");

  static final TableOperations ON_RESULTS = TableOperations.of("PutItem");

  private final PipelineFunction function;

  SettleFunction(Construct scope, PipelineContext pipeline, Code code) {
    this.function =
        new PipelineFunction(
            scope,
            "Settle",
            new FunctionSpec(
                SettleHandler.class,
                "Closes the windows of the pipeline " + pipeline.name(),
                TIMEOUT,
                LEAST_TIMEOUT,
                null,
                code,
                pipeline.environment(),
                "overrideSettle",
                pipeline.props().overrides().settle()),
            pipeline.props().functions(),
            pipeline.storage().key());
    allow(pipeline);
    eachMinute(scope, pipeline);
    CommitTrigger.of(scope, pipeline, function);
  }

  /**
   * A tick that can't be delivered within a minute is given up, by EventBridge as by Lambda: the
   * next one does all that it would have. By default an outage of a day would be followed by a
   * day's ticks.
   */
  private void eachMinute(Construct scope, PipelineContext pipeline) {
    function
        .alias()
        .configureAsyncInvoke(
            EventInvokeConfigOptions.builder().maxEventAge(EVERY).retryAttempts(0).build());
    Rule.Builder.create(scope, "EachMinute")
        .description("Settles the pipeline " + pipeline.name())
        .schedule(Schedule.rate(EVERY))
        .targets(
            List.of(
                LambdaFunction.Builder.create(function.alias())
                    .maxEventAge(EVERY)
                    .retryAttempts(0)
                    .build()))
        .build();
  }

  private void allow(PipelineContext pipeline) {
    PipelineStorage storage = pipeline.storage();
    function.allow(
        storage.stream().getStreamArn(),
        "kinesis:DescribeStreamSummary",
        "kinesis:GetRecords",
        "kinesis:GetShardIterator",
        "kinesis:ListShards");
    KeyAccess.read(storage.stream().getEncryptionKey(), function.role());
    function.allow(storage.stateTable().getTableArn(), ON_STATE.actions());
    function.allow(storage.stateTable().getTableArn(), "dynamodb:DescribeTable");
    KeyAccess.writeItems(storage.stateTable().getEncryptionKey(), function.role());
    function.allow(storage.resultsTable().getTableArn(), ON_RESULTS.actions());
    KeyAccess.writeItems(storage.resultsTable().getEncryptionKey(), function.role());
    allowFiling(pipeline);
  }

  private void allowFiling(PipelineContext pipeline) {
    String files = S3Quarantine.PREFIX + pipeline.name() + "/";
    function.allowAny(
        pipeline.storage().quarantine().arnForObjects(files + "*"),
        "^Resource::.*/" + files + "\\*$",
        "Files of quarantine are named by shard, entries, reason and date.",
        "s3:PutObject");
    KeyAccess.write(pipeline.storage().quarantine().getEncryptionKey(), function.role());
  }

  PipelineFunction function() {
    return function;
  }
}
