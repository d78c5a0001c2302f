package io.windrow.infrastructure;

import io.windrow.infrastructure.monitoring.PipelineAlarms;
import io.windrow.infrastructure.monitoring.PipelineDashboard;
import io.windrow.infrastructure.monitoring.StreamOwner;
import io.windrow.infrastructure.monitoring.Watched;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.kinesis.StreamConsumer;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** The alarms and the dashboard of a pipeline. */
record Monitoring(PipelineAlarms alarms, PipelineDashboard dashboard, ITopic topic) {

  static Monitoring of(
      Construct scope, PipelineContext pipeline, ProcessFunction process, SettleFunction settle) {
    ITopic topic = AlarmTopic.of(scope, pipeline);
    ITopic pages = Optional.ofNullable(pipeline.props().existing().pageTopic()).orElse(topic);
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
        stream(StreamPlace.owner(scope, storage), pipeline, process.consumer()),
        function(process.function()),
        function(settle.function()),
        process.mapping().getEventSourceMappingId(),
        storage.stateTable(),
        storage.resultsTable(),
        pipeline.props().runbook());
  }

  private static Watched.Stream stream(
      StreamOwner owner, PipelineContext pipeline, @Nullable StreamConsumer consumer) {
    PipelineStorage storage = pipeline.storage();
    return new Watched.Stream(
        storage.stream().getStreamName(),
        pipeline.props().retention(),
        owner,
        consumer == null ? null : consumer.getStreamConsumerName(),
        owner == StreamOwner.PIPELINE
                && pipeline.props().capacity() instanceof StreamCapacity.Provisioned provisioned
            ? (Integer) provisioned.shards()
            : null);
  }

  private static Watched.Function function(PipelineFunction function) {
    return new Watched.Function(
        function.alias(),
        Objects.requireNonNull(function.function().getTimeout()),
        function.logs());
  }
}
