package io.windrow.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    return new DeployedPipeline(aws, stacks, name);
  }
}
