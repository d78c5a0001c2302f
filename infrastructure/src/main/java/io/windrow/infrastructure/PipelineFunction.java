package io.windrow.infrastructure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A function of a pipeline with a role and a log group of its own. Triggers call its alias, which
 * names the version that was published last: only published versions have SnapStart, and with it
 * the optimizing compiler (AWS Lambda Developer Guide, "Customize Java runtime startup behavior").
 */
final class PipelineFunction extends Construct {
  /** A full virtual CPU (AWS Lambda Developer Guide, "Configure Lambda function memory"). */
  private static final int MEMORY_MB = 1769;

  private final Role role;
  private final LogGroup logs;
  private final Function function;
  private final Alias alias;

  PipelineFunction(
      Construct scope,
      String id,
      FunctionSpec spec,
      FunctionSettings settings,
      @Nullable IKey key) {
    super(scope, id);
    this.role = role(settings);
    this.logs = logs(settings, key);
    FunctionProps.Builder props = props(spec, settings, key);
    spec.change().accept(props);
    this.function = new Function(this, "Function", props.build());
    Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    this.alias =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
    allow(logs.getLogGroupArn(), "logs:CreateLogStream", "logs:PutLogEvents");
    KeyAccess.decrypt(key, role);
    if (settings.vpc() != null) {
      allowNetwork();
    }
    if (settings.tracing() != Tracing.DISABLED) {
      justifyWildcard("^Resource::\\*$", "X-Ray's actions know no resources.");
    }
  }

  private Role role(FunctionSettings settings) {
    return Role.Builder.create(this, "Role")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .permissionsBoundary(settings.permissionsBoundary())
        .build();
  }

  private LogGroup logs(FunctionSettings settings, @Nullable IKey key) {
    return LogGroup.Builder.create(this, "Logs")
        .retention(settings.logRetention())
        .encryptionKey(key)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  private FunctionProps.Builder props(
      FunctionSpec spec, FunctionSettings settings, @Nullable IKey key) {
    return FunctionProps.builder()
        .description(spec.description())
        .runtime(Runtime.JAVA_25)
        .architecture(Architecture.ARM_64)
        .handler(spec.handler().getName() + "::handleRequest")
        .code(spec.code())
        .memorySize(MEMORY_MB)
        .timeout(spec.timeout())
        .reservedConcurrentExecutions(spec.reservedConcurrency())
        .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
        .currentVersionOptions(VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build())
        .environment(spec.environment())
        .environmentEncryption(key)
        .role(role)
        .logGroup(logs)
        .loggingFormat(LoggingFormat.JSON)
        .tracing(settings.tracing())
        .vpc(settings.vpc())
        .vpcSubnets(settings.subnets())
        .securityGroups(settings.securityGroups().isEmpty() ? null : settings.securityGroups());
  }

  /** AWS Lambda Developer Guide, "Giving Lambda functions access to resources in a VPC". */
  private void allowNetwork() {
    allowAny(
        "*",
        "^Resource::\\*$",
        "Network interfaces have no ARN before Lambda makes them.",
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses");
  }

  /** Lets the function do some things with a resource. */
  void allow(String resource, String... actions) {
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of(actions))
            .resources(List.of(resource))
            .build());
  }

  /**
   * Lets the function do some things with resources that have no name yet.
   *
   * @param finding what cdk-nag calls the wildcard, as a regular expression
   * @param reason why it is as narrow as it can be
   */
  void allowAny(String wildcard, String finding, String reason, String... actions) {
    allow(wildcard, actions);
    justifyWildcard(finding, reason);
  }

  private void justifyWildcard(String finding, String reason) {
    Nag.suppressWildcard(role.getNode().findChild("DefaultPolicy"), finding, reason);
  }

  Role role() {
    return role;
  }

  Function function() {
    return function;
  }

  Alias alias() {
    return alias;
  }

  LogGroup logs() {
    return logs;
  }
}
