package io.windrow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.lambda.Tracing;

/** What each function may do, as docs/policies.md lists it. */
@NeedsNode
class PoliciesTest {
  private static final Path PAGE = Path.of("..", "docs", "policies.md");

  /** What resources are called in a template, in the order that they are looked for. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("aws/lambda/*", "quarantine, objects under `aws/lambda/`"),
          Map.entry("quarantine/", "quarantine, objects under `quarantine/<pipeline>/`"),
          Map.entry("StreamArn", "state table's stream"),
          Map.entry("StorageStream", "stream"),
          Map.entry("StorageState", "state table"),
          Map.entry("StorageResults", "results table"),
          Map.entry("StorageQuarantine", "quarantine"),
          Map.entry("StorageKey", "customer's key"),
          Map.entry("PipelineConsumer", "fan-out consumer"),
          Map.entry("Logs", "its own log group"),
          Map.entry(":table/", "table of the enrichment"),
          Map.entry(":key/all-ads", "key of the enrichment's table"),
          Map.entry("\"*\"", "`*`"));

  /** Why no narrower resource can be said, by function and action. */
  private static final Map<String, String> WILDCARDS =
      Map.of(
          "process s3:PutObject", "Lambda names the object of each batch that the mapping gives up",
          "settle s3:PutObject", "filing names its files by shard, entries, reason and date",
          "settle dynamodb:ListStreams", "it knows no resource, and the mapping asks for it",
          "process ec2:", "network interfaces have no ARN before Lambda makes them",
          "settle ec2:", "network interfaces have no ARN before Lambda makes them",
          "process xray:", "X-Ray's actions know no resource",
          "settle xray:", "X-Ray's actions know no resource");

  @Test
  void thePageListsWhatEachFunctionMayDo(@TempDir Path directory) {
    String page =
        """
        # What each function may do

        Written from the templates by `PoliciesTest`, which fails when a function may do more, or other things, than
        this page says.

        ## A pipeline with the defaults

        %s
        ## A pipeline with all options

        Fan-out, a customer's key, an enrichment from a DynamoDB table with a key of its own, a VPC and tracing.

        %s\
        """
            .formatted(
                table(Stacks.ofSample("ad-clicks").runJson()),
                table(withAllOptions(directory).runJson()));
    new ExpectedFile(PAGE).mustBe(page);
  }

  @Test
  void noRoleMayMoreThanItsListedPolicySays(@TempDir Path directory) {
    for (Stacks stacks : List.of(Stacks.ofSample("ad-clicks"), withAllOptions(directory))) {
      stacks.data().resourceCountIs("AWS::IAM::Role", 0);
      stacks.run().resourceCountIs("AWS::IAM::Role", 2);
      stacks
          .run()
          .allResourcesProperties(
              "AWS::IAM::Role",
              Map.of("ManagedPolicyArns", Match.absent(), "Policies", Match.absent()));
      stacks.run().resourceCountIs("AWS::IAM::Policy", 2);
      stacks.run().resourceCountIs("AWS::IAM::ManagedPolicy", 0);
      stacks.run().resourceCountIs("AWS::IAM::RolePolicy", 0);
    }
  }

  private static Stacks withAllOptions(Path directory) {
    Path pipeline =
        Changed.copy(
            directory,
            Map.of(
                Changed.SOURCE,
                "source: { kinesis: ad-clicks, fanout: true }",
                "{ table: ads, key:",
                "{ table: ads, dynamodb: all-ads, key:"));
    return Stacks.of(
        pipeline,
        app ->
            props ->
                props
                    .encryption(Encryption.customerManaged())
                    .referenceTable(
                        ReferenceTableTest.imported(new Stack(app, "Tables"), "all-ads"))
                    .tracing(Tracing.ACTIVE)
                    .vpc(
                        Vpc.fromVpcAttributes(
                            new Stack(app, "Network"),
                            "Vpc",
                            VpcAttributes.builder()
                                .vpcId("vpc-0123456789abcdef0")
                                .availabilityZones(List.of("a"))
                                .privateSubnetIds(List.of("subnet-0123456789abcdef0"))
                                .build())));
  }

  private static String table(JsonNode template) {
    StringBuilder table = new StringBuilder("| function | resource | actions |\n|---|---|---|\n");
    for (JsonNode policy : policies(template)) {
      String function =
          policy.at("/Properties/PolicyName").asText().contains("Process") ? "process" : "settle";
      for (JsonNode statement : policy.at("/Properties/PolicyDocument/Statement")) {
        table.append(
            "| %s | %s | %s |\n"
                .formatted(function, resource(function, statement), actions(statement)));
      }
    }
    return table.toString();
  }

  private static List<JsonNode> policies(JsonNode template) {
    return StreamSupport.stream(template.path("Resources").spliterator(), false)
        .filter(resource -> resource.path("Type").asText().equals("AWS::IAM::Policy"))
        .toList();
  }

  private static String actions(JsonNode statement) {
    return Stacks.list(statement.path("Action")).stream()
        .map(action -> "`" + action + "`")
        .collect(Collectors.joining(", "));
  }

  private static String resource(String function, JsonNode statement) {
    JsonNode resource = statement.path("Resource");
    List<String> names = new ArrayList<>();
    (resource.isArray() ? resource : List.of(resource))
        .forEach(one -> names.add(name(one.toString())));
    String all = String.join(", ", names);
    return resource.toString().contains("*") ? all + ": " + reason(function, statement) : all;
  }

  private static String name(String resource) {
    return NAMES.stream()
        .filter(name -> resource.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("a resource that no one named: " + resource));
  }

  private static String reason(String function, JsonNode statement) {
    return Stacks.list(statement.path("Action")).stream()
        .map(
            action ->
                WILDCARDS.entrySet().stream()
                    .filter(wildcard -> (function + " " + action).startsWith(wildcard.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(
                        () -> new AssertionError("a wildcard that no one justified: " + statement)))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
