package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;

/**
 * What a user gives a function in place of what Windrow would, and what the function may do with
 * it.
 */
@NeedsNode
class OverriddenFunctionsTest {
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234";

  private final Stack stack = new Stack(new App(), "Overridden");

  @Test
  void aFunctionWithARoleOfItsOwnersMayDoWhatItNeeds() {
    Role theirs =
        Role.Builder.create(stack, "Theirs")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .build();
    JsonNode template = with(props -> props.overrideProcess(process -> process.role(theirs)));

    assertThat(actions(template, "TheirsDefaultPolicy"))
        .contains("kinesis:GetRecords", "dynamodb:PutItem", "logs:PutLogEvents", "s3:PutObject");
    assertThat(ofType(template, "AWS::IAM::Role")).hasSize(2);
  }

  @Test
  void aRoleThatIsImportedGetsAPolicyOfThisStack() {
    JsonNode template =
        with(
            props ->
                props.overrideSettle(
                    settle ->
                        settle.role(
                            Role.fromRoleArn(
                                stack, "Theirs", "arn:aws:iam::111122223333:role/settle"))));

    assertThat(actions(template, "TheirsPolicy"))
        .contains("kinesis:ListShards", "dynamodb:Scan", "logs:PutLogEvents");
  }

  @Test
  void aFunctionThatIsPutIntoAVpcMayMakeItsNetworkInterfaces() {
    JsonNode template =
        with(
            props ->
                props.overrideSettle(
                    settle ->
                        settle.vpc(
                            Vpc.fromVpcAttributes(
                                stack,
                                "Vpc",
                                VpcAttributes.builder()
                                    .vpcId("vpc-0123456789abcdef0")
                                    .availabilityZones(List.of("a"))
                                    .privateSubnetIds(List.of("subnet-0123456789abcdef0"))
                                    .build()))));

    assertThat(actions(template, "ClicksSettleRoleDefaultPolicy"))
        .contains("ec2:CreateNetworkInterface");
    assertThat(actions(template, "ClicksProcessRoleDefaultPolicy"))
        .doesNotContain("ec2:CreateNetworkInterface");
  }

  @Test
  void aFunctionWritesToTheLogGroupThatItsOwnerGivesItAndTheDashboardReadsThere() {
    LogGroup theirs = new LogGroup(stack, "Theirs");
    JsonNode template = with(props -> props.overrideProcess(process -> process.logGroup(theirs)));

    assertThat(policy(template, "ClicksProcessRoleDefaultPolicy").toString())
        .containsPattern("\"Fn::GetAtt\":\\[\"Theirs[0-9A-F]{8}\",\"Arn\"]")
        .doesNotContain("ClicksProcessLogs");
    assertThat(ofType(template, "AWS::CloudWatch::Dashboard").toString())
        .contains("Theirs")
        .doesNotContain("ClicksProcessLogs");
    assertThat(ofType(template, "AWS::Logs::LogGroup")).hasSize(2);
  }

  @Test
  void aFunctionMayDecryptAnEnvironmentThatItsOwnerHasAKeyOf() {
    JsonNode template =
        with(
            props ->
                props.overrideProcess(
                    process -> process.environmentEncryption(Key.fromKeyArn(stack, "Key", KEY))));

    assertThat(template.findParents("Action"))
        .filteredOn(statement -> statement.path("Resource").asText().equals(KEY))
        .singleElement()
        .satisfies(
            statement -> assertThat(statement.path("Action").asText()).isEqualTo("kms:Decrypt"));
  }

  @Test
  void theReasonForTheWildcardOfTracingIsGivenWhereItIsTurnedOn() {
    JsonNode template =
        with(props -> props.overrideProcess(process -> process.tracing(Tracing.ACTIVE)));

    assertThat(policy(template, "ClicksProcessRoleDefaultPolicy").path("Metadata").toString())
        .contains("X-Ray's actions know no resources.");
    assertThat(policy(template, "ClicksSettleRoleDefaultPolicy").path("Metadata").toString())
        .doesNotContain("X-Ray");
  }

  @Test
  void variablesOfItsOwnerAreAddedToThoseOfTheFunction() {
    JsonNode template =
        with(props -> props.overrideProcess(process -> process.environment(Map.of("TEAM", "ads"))));

    assertThat(ofType(template, "AWS::Lambda::Function"))
        .filteredOn(function -> function.findValue("Variables").has("TEAM"))
        .singleElement()
        .satisfies(
            function ->
                assertThat(function.findValue("Variables").fieldNames())
                    .toIterable()
                    .contains("TEAM", "WINDROW_STATE_TABLE", "WINDROW_STREAM"));
  }

  private JsonNode with(Consumer<WindrowPipelinePropsBuilder> change) {
    WindrowPipelinePropsBuilder props =
        WindrowPipelineProps.builder().directory(Stacks.SAMPLES.resolve("ad-clicks").toString());
    change.accept(props);
    new WindrowPipeline(stack, "Clicks", props.build());
    return Stacks.json(Template.fromStack(stack));
  }

  private static List<JsonNode> ofType(JsonNode template, String type) {
    return StreamSupport.stream(template.path("Resources").spliterator(), false)
        .filter(resource -> resource.path("Type").asText().equals(type))
        .toList();
  }

  private static JsonNode policy(JsonNode template, String name) {
    return ofType(template, "AWS::IAM::Policy").stream()
        .filter(policy -> policy.at("/Properties/PolicyName").asText().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> actions(JsonNode template, String policy) {
    return policy(template, policy).findValues("Action").stream()
        .flatMap(actions -> Stacks.list(actions).stream())
        .toList();
  }
}
