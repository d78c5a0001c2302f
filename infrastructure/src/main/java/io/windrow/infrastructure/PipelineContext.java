package io.windrow.infrastructure;

import io.windrow.definition.Definition;
import io.windrow.functions.FunctionEnvironment;
import java.util.Map;

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
            props.start() == null ? "" : props.start().toString())
        .variables();
  }
}
