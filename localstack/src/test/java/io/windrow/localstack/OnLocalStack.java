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
  private static final String SKIPPED =
      "LocalStack suite: skipped, since AWS_ENDPOINT_URL names no LocalStack and Docker does not run";

  private @Nullable LocalStack localStack;
  private @Nullable Deployment deployment;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Optional<LocalStack> found = LocalStack.find();
    if (found.isEmpty()) {
      System.out.println(SKIPPED);
    }
    Assumptions.assumeTrue(found.isPresent(), SKIPPED);
    localStack = found.get();
    deployment = Deployment.to(localStack);
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
