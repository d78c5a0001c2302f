package io.windrow.infrastructure;

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
  }

  public PipelineStorage storage() {
    return storage;
  }

  public WindrowPipeline pipeline() {
    return pipeline;
  }
}
