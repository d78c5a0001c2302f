package io.windrow.infrastructure;

import io.windrow.definition.Definition;
import io.windrow.functions.FunctionEnvironment;
import java.util.Map;
import java.util.TreeMap;

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
    Map<String, String> variables = new TreeMap<>();
    variables.put(FunctionEnvironment.STATE_TABLE, storage.stateTable().getTableName());
    variables.put(FunctionEnvironment.RESULTS_TABLE, storage.resultsTable().getTableName());
    variables.put(FunctionEnvironment.STREAM, storage.stream().getStreamArn());
    variables.put(FunctionEnvironment.QUARANTINE_BUCKET, storage.quarantine().getBucketName());
    if (props.start() != null) {
      variables.put(FunctionEnvironment.START, props.start().toString());
    }
    return variables;
  }
}
