package io.windrow.infrastructure;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * The two stacks of a pipeline: one holds its data and is protected from deletion, the other runs
 * it and may be deleted and made again.
 */
public final class WindrowStacks {
  private final PipelineStorage storage;
  private final WindrowPipeline pipeline;

  /** The stacks of a pipeline, named after it. */
  public WindrowStacks(Construct scope, WindrowPipelineProps props, StackProps stackProps) {
    String name = props.definition().name();
    Stack data = new Stack(scope, name + "-data", stackProps);
    data.setTerminationProtection(true);
    this.storage = new PipelineStorage(data, "Storage", props);
    Stack run = new Stack(scope, name + "-run", stackProps);
    this.pipeline = new WindrowPipeline(run, "Pipeline", props, storage);
    nameStored(data);
    nameRunning(run);
  }

  /** What the guide's and the runbook's commands ask for. */
  private void nameStored(Stack data) {
    output(data, "StreamName", storage.stream().getStreamName());
    output(data, "StateTable", storage.stateTable().getTableName());
    output(data, "ResultsTable", storage.resultsTable().getTableName());
    output(data, "QuarantineBucket", storage.quarantine().getBucketName());
  }

  private void nameRunning(Stack run) {
    output(run, "Dashboard", pipeline.dashboard().getDashboardName());
    output(run, "AlarmTopic", pipeline.alarmTopic().getTopicArn());
    output(run, "Mapping", pipeline.mapping().getEventSourceMappingId());
    output(run, "ProcessFunction", pipeline.processFunction().getFunctionArn());
    output(run, "SettleFunction", pipeline.settleFunction().getFunctionArn());
  }

  private static void output(Stack stack, String name, String value) {
    CfnOutput.Builder.create(stack, name).value(value).build();
  }

  public PipelineStorage storage() {
    return storage;
  }

  public WindrowPipeline pipeline() {
    return pipeline;
  }
}
