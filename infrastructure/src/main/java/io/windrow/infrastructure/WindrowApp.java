package io.windrow.infrastructure;

import io.windrow.definition.DefinitionException;
import software.amazon.awscdk.App;
import software.amazon.awscdk.StackProps;

/** An app that deploys the pipeline of one directory: {@code cdk deploy -c pipeline=DIR}. */
public final class WindrowApp {
  private WindrowApp() {}

  /** Synthesizes; the CDK's command line says where to. */
  public static void main(String[] arguments) {
    try {
      App app = new App();
      WindrowPipelineProps props = new AppContext(app.getNode()).props();
      new WindrowStacks(app, props, StackProps.builder().build());
      app.synth();
    } catch (DefinitionException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
