package io.windrow.infrastructure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.interfaces.kms.IKeyRef;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Policy;
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
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * A function of a pipeline with a role and a log group of its own, unless its owner gives it
 * others. Triggers call its alias, which names the version that was published last: only published
 * versions have SnapStart, and with it the optimizing compiler (AWS Lambda Developer Guide,
 * "Customize Java runtime startup behavior").
 */
final class PipelineFunction extends Construct {
  /** A full virtual CPU (AWS Lambda Developer Guide, "Configure Lambda function memory"). */
  private static final int MEMORY_MB = 1769;

  private final IRole role;
  private final Function function;
  private final Alias alias;

  PipelineFunction(
      Construct scope,
      String id,
      FunctionSpec spec,
      FunctionSettings settings,
      @Nullable IKey key) {
    super(scope, id);
    FunctionProps props = changed(spec, settings, key);
    this.role = Objects.requireNonNull(props.getRole());
    this.function = new Function(this, "Function", props);
    Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    this.alias =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
    allowWhatIsAsked(props);
  }

  /** The properties as the user changes them, with what the function can't do without. */
  private FunctionProps changed(FunctionSpec spec, FunctionSettings settings, @Nullable IKey key) {
    FunctionProps.Builder props = props(spec, settings, key);
    FunctionProps set = props.build();
    spec.change().accept(props);
    FunctionProps asked = props.build();
    FunctionRules.require(spec, set, asked);
    if (asked.getRole() == null) {
      props.role(role(settings));
    }
    if (asked.getLogGroup() == null) {
      props.logGroup(logs(settings, key));
    }
    return props.environment(merged(spec.environment(), asked.getEnvironment())).build();
  }

  private static Map<String, String> merged(
      Map<String, String> needed, @Nullable Map<String, String> asked) {
    Map<String, String> all = new TreeMap<>(needed);
    if (asked != null) {
      all.putAll(asked);
    }
    return all;
  }

  private void allowWhatIsAsked(FunctionProps props) {
    allow(logs().getLogGroupArn(), "logs:CreateLogStream", "logs:PutLogEvents");
    allowEnvironment(props.getEnvironmentEncryption());
    if (props.getVpc() != null) {
      allowNetwork();
    }
    if (props.getTracing() != null && props.getTracing() != Tracing.DISABLED) {
      justifyWildcard("^Resource::\\*$", "X-Ray's actions know no resources.");
    }
  }

  private void allowEnvironment(@Nullable IKeyRef key) {
    if (key instanceof IKey known) {
      KeyAccess.decrypt(known, role);
    } else if (key != null) {
      allow(key.getKeyRef().getKeyArn(), "kms:Decrypt");
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
    role.addToPrincipalPolicy(
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

  /** A role that is imported may leave no policy to this app. */
  private void justifyWildcard(String finding, String reason) {
    role.getNode().getChildren().stream()
        .filter(Policy.class::isInstance)
        .forEach(policy -> Nag.suppressWildcard(policy, finding, reason));
  }

  IRole role() {
    return role;
  }

  Function function() {
    return function;
  }

  Alias alias() {
    return alias;
  }

  ILogGroup logs() {
    return function.getLogGroup();
  }
}
