package io.windrow.infrastructure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What all functions of a pipeline have in common.
 *
 * @param reservedConcurrency of the function that reads the stream; null for that of a pipeline
 *     that is critical, or for none
 */
record FunctionSettings(
    @Nullable IVpc vpc,
    @Nullable SubnetSelection subnets,
    List<ISecurityGroup> securityGroups,
    @Nullable IManagedPolicy permissionsBoundary,
    Tracing tracing,
    RetentionDays logRetention,
    @Nullable Integer reservedConcurrency) {
  FunctionSettings {
    securityGroups = List.copyOf(securityGroups);
    if (vpc == null && subnets != null) {
      throw withoutVpc("subnets");
    }
    if (vpc == null && !securityGroups.isEmpty()) {
      throw withoutVpc("securityGroups");
    }
  }

  private static IllegalArgumentException withoutVpc(String property) {
    return new IllegalArgumentException(
        "%s(...) is said of the functions, and no vpc(...) that they are of; say that too, or leave it out"
            .formatted(property));
  }

  /** What is said of them so far, with the defaults of what is not. */
  static final class Builder {
    @Nullable IVpc vpc;
    @Nullable SubnetSelection subnets;
    List<ISecurityGroup> securityGroups = List.of();
    @Nullable IManagedPolicy permissionsBoundary;
    Tracing tracing = Tracing.DISABLED;
    RetentionDays logRetention = RetentionDays.ONE_MONTH;
    @Nullable Integer reservedConcurrency;

    FunctionSettings build() {
      return new FunctionSettings(
          vpc,
          subnets,
          securityGroups,
          permissionsBoundary,
          tracing,
          logRetention,
          reservedConcurrency);
    }
  }
}
