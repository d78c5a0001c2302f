package io.windrow.localstack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/** The two stacks of a pipeline as CloudFormation has made them. */
final class DeployedStacks {
  private final CloudFormationClient cloudFormation;
  private final String data;
  private final String run;
  private final List<StackResource> resources;

  DeployedStacks(CloudFormationClient cloudFormation, String pipeline) {
    this.cloudFormation = cloudFormation;
    this.data = pipeline + "-data";
    this.run = pipeline + "-run";
    this.resources = Stream.of(data, run).flatMap(this::resources).toList();
  }

  private Stream<StackResource> resources(String stack) {
    return cloudFormation
        .describeStackResources(request -> request.stackName(stack))
        .stackResources()
        .stream();
  }

  String data() {
    return data;
  }

  String run() {
    return run;
  }

  /** What AWS calls the one resource of a type whose logical id begins like this. */
  String physical(String type, String logicalPrefix) {
    List<String> found =
        resources.stream()
            .filter(resource -> resource.resourceType().equals(type))
            .filter(resource -> resource.logicalResourceId().startsWith(logicalPrefix))
            .map(StackResource::physicalResourceId)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "expected one %s that begins with %s, found %s".formatted(type, logicalPrefix, found));
    }
    return found.get(0);
  }

  /** All names by logical id. */
  Map<String, String> physical() {
    return resources.stream()
        .collect(
            Collectors.toMap(
                StackResource::logicalResourceId, StackResource::physicalResourceId, (a, b) -> a));
  }

  /** What stacks give to others, by name. */
  Map<String, String> exports() {
    return cloudFormation.listExportsPaginator().exports().stream()
        .collect(Collectors.toMap(export -> export.name(), export -> export.value()));
  }

  /** The resources of a stack that could not be deleted, by the events that tell of it. */
  List<String> failures(String stackId) {
    return cloudFormation
        .describeStackEventsPaginator(request -> request.stackName(stackId))
        .stackEvents()
        .stream()
        .filter(event -> event.resourceStatus() == ResourceStatus.DELETE_FAILED)
        .map(StackEvent::logicalResourceId)
        .toList();
  }

  /** The name that a stack has even after it is deleted. */
  String id(String stack) {
    return cloudFormation
        .describeStacks(request -> request.stackName(stack))
        .stacks()
        .get(0)
        .stackId();
  }
}
