package io.windrow.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The app of this repository, deployed to a LocalStack for a pipeline. */
record Deployment(
    Cdk cdk, Aws aws, PipelineCopy definition, Path templates, DeployedStacks stacks, String name) {

  /** Deploys the sample of earthquakes under a name that no other run has taken. */
  static Deployment to(LocalStack localStack) throws IOException, InterruptedException {
    String name = "quakes-" + UUID.randomUUID().toString().replaceAll("-.*", "");
    Path directory = Path.of("target", name).toAbsolutePath();
    Path templates = directory.resolve("templates");
    PipelineCopy definition =
        PipelineCopy.of(Files.createDirectories(directory.resolve("pipeline")), name);
    Cdk cdk = Cdk.of(localStack);
    cdk.bootstrap(definition.directory());
    cdk.deploy(definition.directory(), templates);
    Aws aws = Aws.of(localStack);
    return new Deployment(
        cdk, aws, definition, templates, new DeployedStacks(aws.cloudFormation(), name), name);
  }

  DeployedPipeline pipeline() {
    return new DeployedPipeline(aws, stacks, definition, name);
  }

  /** The function whose construct has this path. */
  LiveFunction function(String logicalPrefix) {
    return new LiveFunction(
        aws.lambda(), aws.cloudWatch(), stacks.physical("AWS::Lambda::Function", logicalPrefix));
  }

  FunctionLog log(LiveFunction function) {
    return new FunctionLog(aws.logs(), function.name());
  }

  /**
   * Deploys the definition as it is now. LocalStack makes an alias anew where it should move it,
   * and fails: aliases stay as they are, and are to be moved by whoever calls this.
   */
  void update(long generation) throws IOException, InterruptedException {
    Path updated = templates.resolveSibling("templates-" + generation);
    cdk.synth(definition.directory(), generation, updated);
    Template.of(updated, stacks.run())
        .take(
            Set.of("AWS::Lambda::Alias", "AWS::Lambda::Version"),
            Template.of(templates, stacks.run()));
    cdk.deploy(updated);
  }

  /**
   * Deletes a stack; the resources that could not be. What the command line says of that is not to
   * be relied on.
   */
  List<String> destroy(String stack) throws IOException, InterruptedException {
    String id = stacks.id(stack);
    cdk.destroy(templates, stack);
    return stacks.failures(id);
  }
}
