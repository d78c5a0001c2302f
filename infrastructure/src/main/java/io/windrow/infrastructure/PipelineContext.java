package io.windrow.infrastructure;

import io.windrow.functions.FunctionEnvironment;
import io.windrow.plan.Definition;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pipeline that functions, alarms and dashboard are made for. */
record PipelineContext(PipelineStorage storage, WindrowPipelineProps props) {

  Definition definition() {
    return props.definition();
  }

  String name() {
    return definition().name();
  }

  StartingPoint start() {
    return StartingPoint.of(definition().source().start(), props.start());
  }

  /** What every function of the pipeline is told. */
  Map<String, String> environment() {
    return new FunctionEnvironment(
            storage.stateTable().getTableName(),
            storage.resultsTable().getTableName(),
            storage.stream().getStreamArn(),
            storage.quarantine().getBucketName(),
            props.start() == null ? "" : props.start().toString(),
            timeToLive())
        .variables();
  }

  private @Nullable Duration timeToLive() {
    software.amazon.awscdk.Duration asked = props.results().timeToLive();
    return asked == null ? null : Duration.ofSeconds(asked.toSeconds().longValue());
  }
}
