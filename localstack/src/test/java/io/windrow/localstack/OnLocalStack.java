package io.windrow.localstack;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one deployment of a test class; where no LocalStack is found, its tests are skipped. */
final class OnLocalStack implements BeforeAllCallback, AfterAllCallback {
  private @Nullable LocalStack localStack;
  private @Nullable Deployment deployment;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    require(Cdk.canBeInstalled(), "the CDK's command line needs npm, which is not on the path");
    Optional<LocalStack> found = LocalStack.find();
    require(
        found.isPresent(), "AWS_ENDPOINT_URL names no LocalStack, and Docker does not run here");
    localStack = found.get();
    deployment = Deployment.to(localStack);
  }

  /** Skips all tests unless something is there, and says so. */
  private static void require(boolean there, String otherwise) {
    String line = "LocalStack suite: skipped, since " + otherwise;
    if (!there) {
      System.out.println(line);
    }
    Assumptions.assumeTrue(there, line);
  }

  LocalStack localStack() {
    return Objects.requireNonNull(localStack);
  }

  Deployment deployment() {
    return Objects.requireNonNull(deployment);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (localStack != null) {
      localStack.close();
    }
  }
}
