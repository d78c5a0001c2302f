package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.PipelineAlarms;
import io.windrow.infrastructure.monitoring.PipelineDashboard;
import io.windrow.infrastructure.monitoring.StreamOwner;
import io.windrow.infrastructure.monitoring.Watched;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.StreamConsumer;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** The alarms and the dashboard of a pipeline. */
record Monitoring(PipelineAlarms alarms, PipelineDashboard dashboard, ITopic topic) {

  static Monitoring of(
      Construct scope, PipelineContext pipeline, ProcessFunction process, SettleFunction settle) {
    ITopic topic = AlarmTopic.of(scope, pipeline);
    ITopic pages = AlarmTopic.ofPages(scope, pipeline).orElse(topic);
    Watched watched = watched(scope, pipeline, process, settle);
    PipelineAlarms alarms =
        new PipelineAlarms(scope, "Alarms", watched, new SnsAction(topic), new SnsAction(pages));
    return new Monitoring(
        alarms, new PipelineDashboard(scope, "Dashboard", watched, alarms), topic);
  }

  private static Watched watched(
      Construct scope, PipelineContext pipeline, ProcessFunction process, SettleFunction settle) {
    PipelineStorage storage = pipeline.storage();
    return new Watched(
        pipeline.definition(),
        stream(scope, storage.source(), process.consumer()),
        function(process.function()),
        function(settle.function()),
        process.mapping().getEventSourceMappingId(),
        table(storage.stateTable(), ProcessFunction.ON_STATE.and(SettleFunction.ON_STATE)),
        table(storage.resultsTable(), SettleFunction.ON_RESULTS),
        pipeline.props().runbook());
  }

  private static Watched.Stream stream(
      Construct scope, PipelineStream source, @Nullable StreamConsumer consumer) {
    StreamOwner owner = StreamPlace.owner(scope, source);
    if (owner == StreamOwner.OTHER_ACCOUNT) {
      warnOfMetricsElsewhere(scope, source.stream());
    }
    return new Watched.Stream(
        source.stream().getStreamName(),
        source.retention(),
        owner,
        consumer == null ? null : consumer.getStreamConsumerName(),
        source.capacity() instanceof StreamCapacity.Provisioned provisioned
            ? (Integer) provisioned.shards()
            : null);
  }

  private static void warnOfMetricsElsewhere(Construct scope, IStream stream) {
    Annotations.of(scope)
        .addWarningV2(
            "windrow:stream-of-another-account",
            "the stream is of the account %s, and its metrics are there: what is put to it and throttled has no alarm and no widget here; the function's iterator age has"
                .formatted(stream.getEnv().getAccount()));
  }

  private static Watched.Table table(ITable table, TableOperations operations) {
    return new Watched.Table(table.getTableName(), operations.names());
  }

  private static Watched.Function function(PipelineFunction function) {
    return new Watched.Function(
        function.alias(),
        Objects.requireNonNull(function.function().getTimeout()),
        function.logs());
  }
}
