package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.functions.dynamodb.TableSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

@NeedsNode
class StorageTest {
  private final Template data = Stacks.ofSample("earthquakes").data();

  @Test
  void everythingThatHoldsDataOutlivesItsStack() {
    for (String type : List.of("AWS::Kinesis::Stream", "AWS::DynamoDB::Table", "AWS::S3::Bucket")) {
      data.allResources(type, Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
    }
  }

  @Test
  void tablesCanBeRestoredAndNotDeletedAndAreEncryptedAndRefusePlainHttp() {
    data.resourceCountIs("AWS::DynamoDB::Table", 2);
    data.allResourcesProperties(
        "AWS::DynamoDB::Table",
        Map.of(
            "PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true),
            "DeletionProtectionEnabled", true,
            "BillingMode", "PAY_PER_REQUEST",
            "SSESpecification", Map.of("SSEEnabled", true),
            "ResourcePolicy", Map.of("PolicyDocument", Match.objectLike(denyPlain()))));
  }

  @Test
  void theStreamsOfTablesRefusePlainHttpToo() {
    data.allResourcesProperties(
        "AWS::DynamoDB::Table",
        Map.of(
            "StreamSpecification",
            Match.objectLike(
                Map.of(
                    "ResourcePolicy",
                    Map.of(
                        "Fn::If",
                        List.of(
                            Match.stringLikeRegexp("StorageOnAws.*"),
                            Map.of("PolicyDocument", Match.objectLike(denyPlain())),
                            Map.of("Ref", "AWS::NoValue")))))));
    data.hasCondition(
        "*",
        Map.of(
            "Fn::Not",
            List.of(
                Map.of("Fn::Equals", List.of(Map.of("Ref", "AWS::AccountId"), "000000000000")))));
  }

  private static Map<String, Object> denyPlain() {
    return Map.of(
        "Statement",
        List.of(
            Match.objectLike(
                Map.of(
                    "Effect",
                    "Deny",
                    "Condition",
                    Map.of("Bool", Map.of("aws:SecureTransport", "false"))))));
  }

  @Test
  void theTablesHaveTheKeysThatTheFunctionsUse() {
    data.hasResourceProperties("AWS::DynamoDB::Table", keys(TableSchemas.state("any")));
    data.hasResourceProperties("AWS::DynamoDB::Table", keys(TableSchemas.results("any")));
  }

  private static Map<String, Object> keys(CreateTableRequest table) {
    List<Map<String, String>> keys =
        table.keySchema().stream()
            .map(
                key ->
                    Map.of("AttributeName", key.attributeName(), "KeyType", key.keyTypeAsString()))
            .toList();
    List<Map<String, String>> attributes =
        table.attributeDefinitions().stream()
            .map(
                attribute ->
                    Map.of(
                        "AttributeName", attribute.attributeName(),
                        "AttributeType", attribute.attributeTypeAsString()))
            .toList();
    return Map.of("KeySchema", keys, "AttributeDefinitions", attributes);
  }

  @Test
  void theStateTableForgetsWhatExpiresAndTellsOfCommits() {
    data.hasResourceProperties(
        "AWS::DynamoDB::Table",
        Map.of(
            "TimeToLiveSpecification",
                Map.of("AttributeName", TableSchemas.EXPIRES, "Enabled", true),
            "StreamSpecification", Map.of("StreamViewType", "NEW_IMAGE")));
  }

  @Test
  void theStreamIsOnDemandEncryptedAndNamedByTheDefinition() {
    data.hasResourceProperties(
        "AWS::Kinesis::Stream",
        Map.of(
            "Name",
            "earthquakes",
            "RetentionPeriodHours",
            24,
            "StreamModeDetails",
            Map.of("StreamMode", "ON_DEMAND"),
            "StreamEncryption",
            Map.of("EncryptionType", "KMS", "KeyId", "alias/aws/kinesis")));
  }

  @Test
  void theQuarantineIsPrivateVersionedAndRefusesPlainHttp() {
    data.hasResourceProperties(
        "AWS::S3::Bucket",
        Map.of(
            "PublicAccessBlockConfiguration",
                Map.of(
                    "BlockPublicAcls", true,
                    "BlockPublicPolicy", true,
                    "IgnorePublicAcls", true,
                    "RestrictPublicBuckets", true),
            "VersioningConfiguration", Map.of("Status", "Enabled")));
    data.hasResourceProperties(
        "AWS::S3::BucketPolicy", Map.of("PolicyDocument", Match.objectLike(denyPlain())));
  }

  @Test
  void theKeyOutlivesItsStackToo() {
    Stacks.of(
            Stacks.SAMPLES.resolve("earthquakes"),
            app -> props -> props.encryption(Encryption.customerManaged()))
        .data()
        .allResources(
            "AWS::KMS::Key", Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
  }

  @Test
  void onlyTheStackOfTheDataIsProtectedFromDeletion() {
    WindrowStacks stacks =
        new WindrowStacks(
            new App(),
            WindrowPipelineProps.builder()
                .directory(Stacks.SAMPLES.resolve("earthquakes").toString())
                .build(),
            StackProps.builder().build());
    assertThat(Stack.of(stacks.storage()).getTerminationProtection()).isTrue();
    assertThat(Stack.of(stacks.pipeline()).getTerminationProtection()).isNotEqualTo(true);
  }

  @Test
  void whatCanHaveATagSaysWhosePipelineItIs() {
    Map<String, Object> tagged =
        Map.of(
            "Tags",
            Match.arrayWith(List.of(Map.of("Key", "windrow:pipeline", "Value", "earthquakes"))));
    for (String type : List.of("AWS::Kinesis::Stream", "AWS::DynamoDB::Table", "AWS::S3::Bucket")) {
      data.allResourcesProperties(type, tagged);
    }
    for (String type :
        List.of("AWS::Lambda::Function", "AWS::CloudWatch::Alarm", "AWS::SNS::Topic")) {
      Stacks.ofSample("earthquakes").run().allResourcesProperties(type, tagged);
    }
  }

  @Test
  void onlyTheStreamHasAPhysicalName() {
    assertThat(data.findResources("AWS::DynamoDB::Table").toString()).doesNotContain("TableName");
    assertThat(data.findResources("AWS::S3::Bucket").toString()).doesNotContain("BucketName");
  }
}
