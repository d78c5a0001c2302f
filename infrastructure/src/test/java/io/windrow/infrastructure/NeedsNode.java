package io.windrow.infrastructure;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that synthesizes, which the CDK does in Node: skipped where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNode.Condition.class)
public @interface NeedsNode {

  /** Whether the machine has Node. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return hasNode()
          ? ConditionEvaluationResult.enabled("node is on the path")
          : ConditionEvaluationResult.disabled(
              "the CDK synthesizes in Node, and no node is on the path; install Node 22 or later to run this");
    }

    private static boolean hasNode() {
      return Arrays.stream(
              Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
          .filter(directory -> !directory.isEmpty())
          .anyMatch(directory -> Files.isExecutable(Path.of(directory, "node")));
    }
  }
}
