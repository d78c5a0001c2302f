package io.windrow.infrastructure.template;

import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/**
 * Logical ids that follow the pipeline's name, whatever path leads to their construct. A resource
 * with another id is another resource: a table without state, a mapping that skips or repeats
 * records, or one whose physical name is still taken.
 */
public final class PinnedId {
  private PinnedId() {}

  /**
   * Pins a construct's own resource.
   *
   * @param kind what the id begins with, another for each of a pipeline's resources
   * @throws IllegalArgumentException when another pipeline of the stack has the id
   */
  public static void of(IConstruct construct, String kind, String pipeline) {
    String id = kind + pipeline.replaceAll("[^A-Za-z0-9]", "");
    StackNames.take(
        construct,
        "logical id",
        id,
        pipeline,
        "it is made of a name without its hyphens; put one in another stack, or rename it");
    ((CfnResource) construct.getNode().getDefaultChild()).overrideLogicalId(id);
  }

  /** Pins the policy that the CDK has made for a construct, if it has. */
  public static void ofPolicy(IConstruct construct, String kind, String pipeline) {
    IConstruct policy = construct.getNode().tryFindChild("Policy");
    if (policy != null) {
      of(policy, kind, pipeline);
    }
  }
}
