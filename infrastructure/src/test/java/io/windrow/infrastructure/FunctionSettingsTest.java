package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Subnet;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.logs.RetentionDays;

/** What a user says of the functions, as the template has it. */
@NeedsNode
class FunctionSettingsTest {
  private static final String FUNCTION = "AWS::Lambda::Function";

  private final Stacks stacks =
      Stacks.of(Stacks.SAMPLES.resolve("ad-clicks"), app -> props -> everything(app, props));

  private static void everything(App app, WindrowPipelinePropsBuilder props) {
    Stack network = new Stack(app, "Network");
    ISubnet chosen = Subnet.fromSubnetId(network, "Chosen", "subnet-0123456789abcdef0");
    props
        .vpc(vpc(network))
        .subnets(SubnetSelection.builder().subnets(List.of(chosen)).build())
        .securityGroups(
            List.of(SecurityGroup.fromSecurityGroupId(network, "Group", "sg-0123456789abcdef0")))
        .logRetention(RetentionDays.ONE_WEEK)
        .reservedConcurrency(7);
  }

  private static IVpc vpc(Stack network) {
    return Vpc.fromVpcAttributes(
        network,
        "Vpc",
        VpcAttributes.builder()
            .vpcId("vpc-0123456789abcdef0")
            .availabilityZones(List.of("a"))
            .privateSubnetIds(List.of("subnet-0123456789abcdef1"))
            .build());
  }

  @Test
  void functionsAreInTheSubnetsAndGroupsThatAreSaid() {
    stacks
        .run()
        .allResourcesProperties(
            FUNCTION,
            Map.of(
                "VpcConfig",
                Map.of(
                    "SubnetIds", List.of("subnet-0123456789abcdef0"),
                    "SecurityGroupIds", List.of("sg-0123456789abcdef0"))));
  }

  @Test
  void withoutSubnetsTheyAreInThePrivateOnesWithAGroupOfTheirOwn() {
    Stacks.of(
            Stacks.SAMPLES.resolve("ad-clicks"),
            app -> props -> props.vpc(vpc(new Stack(app, "Network"))))
        .run()
        .allResourcesProperties(
            FUNCTION,
            Map.of(
                "VpcConfig",
                Map.of(
                    "SubnetIds", List.of("subnet-0123456789abcdef1"),
                    "SecurityGroupIds", Match.anyValue())));
  }

  @Test
  void subnetsOfNoVpcAreRefused() {
    WindrowPipelinePropsBuilder placed =
        WindrowPipelineProps.builder()
            .directory(Stacks.SAMPLES.resolve("ad-clicks").toString())
            .subnets(SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build());

    assertThatThrownBy(placed::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "subnets(...) is said of the functions, and no vpc(...) that they are of; say that too,"
                + " or leave it out");
  }

  @Test
  void logsAreKeptForAsLongAsIsSaid() {
    stacks.run().allResourcesProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 7));
  }

  @Test
  void onlyTheFunctionThatReadsTheStreamHasConcurrencyOfItsOwn() {
    JsonNode run = stacks.runJson();
    assertThat(run.findParents("ReservedConcurrentExecutions"))
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.path("ReservedConcurrentExecutions").asInt()).isEqualTo(7);
              assertThat(function.path("Handler").asText()).contains("ProcessHandler");
            });
  }
}
