package io.windrow.infrastructure.template;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * The names that only one pipeline of a stack can have. The CDK would tell of two by a logical id,
 * and CloudFormation half way through a deployment.
 */
public final class StackNames {
  private static final String PIPELINE = "pipeline";

  private StackNames() {}

  /**
   * Takes a name for a pipeline.
   *
   * @param what the name is of
   * @throws IllegalArgumentException when another pipeline of the stack has it
   */
  public static void take(
      IConstruct scope, String what, String name, String pipeline, String advice) {
    Stack stack = Stack.of(scope);
    String id = "Windrow " + what + " " + name;
    IConstruct taken = stack.getNode().tryFindChild(id);
    if (taken != null) {
      String other = taken.getNode().tryGetContext(PIPELINE).toString();
      throw new IllegalArgumentException(
          other.equals(pipeline)
              ? twice(stack, pipeline)
              : "the pipelines %s and %s of the stack %s have one %s, %s: %s"
                  .formatted(other, pipeline, stack.getNode().getId(), what, name, advice));
    }
    new Construct(stack, id).getNode().setContext(PIPELINE, pipeline);
  }

  private static String twice(Stack stack, String pipeline) {
    return "the stack %s has two pipelines of the name %s, by which metrics and keys of tables are told apart in an account and region; rename one in its pipeline.yaml"
        .formatted(stack.getNode().getId(), pipeline);
  }
}
