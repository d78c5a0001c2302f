package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableAttributes;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.IConstruct;

@NeedsNode
class ExistingResourcesTest {
  private static final String STREAM = "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks";
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234";
  private static final String TABLES = "arn:aws:dynamodb:eu-west-1:444455556666:table/";
  private static final String PAGES = "arn:aws:sns:eu-west-1:444455556666:pages";
  private static final String TOPIC = "arn:aws:sns:eu-west-1:444455556666:alarms";

  @Test
  void aStreamOfAnotherAccountIsReadByItsArnAndItsKey(@TempDir Path directory) {
    Stacks stacks =
        Stacks.of(
            Changed.source(directory, "{ stream: '" + STREAM + "', key: '" + KEY + "' }"),
            app -> props -> props.retention(Duration.days(7)));
    stacks.data().resourceCountIs("AWS::Kinesis::Stream", 0);
    JsonNode run = stacks.runJson();
    assertThat(run.at("/Resources/Mappingadclicks/Properties/EventSourceArn").asText())
        .isEqualTo(STREAM);
    assertThat(run.toString()).contains("\"Resource\":\"" + KEY + "\"");
  }

  @Test
  void aSharedStreamIsAlarmedByTheFunctionsIteratorAge(@TempDir Path directory) {
    Stacks stacks =
        Stacks.of(
            Changed.source(directory, "{ stream: '" + STREAM + "' }"),
            app -> props -> props.retention(Duration.days(7)));
    for (long threshold : List.of(300_000L, 302_400_000L)) {
      stacks
          .run()
          .hasResourceProperties(
              "AWS::CloudWatch::Alarm",
              Map.of("MetricName", "IteratorAge", "Threshold", threshold));
    }
  }

  @Test
  void everyResourceMayBeOneThatExists() {
    Template template = Template.fromStack(withEverythingExisting());
    for (String type :
        List.of(
            "AWS::Kinesis::Stream",
            "AWS::DynamoDB::Table",
            "AWS::S3::Bucket",
            "AWS::KMS::Key",
            "AWS::SNS::Topic")) {
      template.resourceCountIs(type, 0);
    }
    template.hasResourceProperties(
        "AWS::CloudWatch::Alarm",
        Map.of("AlarmActions", List.of(PAGES), "OKActions", List.of(PAGES)));
    template.hasResourceProperties(
        "AWS::CloudWatch::Alarm", Map.of("AlarmActions", List.of(TOPIC)));
  }

  private static Stack withEverythingExisting() {
    Stack stack = new Stack(new App(), "Existing");
    TableAttributes state =
        TableAttributes.builder()
            .tableArn(TABLES + "state")
            .tableStreamArn(TABLES + "state/stream/2026")
            .build();
    new WindrowPipeline(
        stack,
        "Clicks",
        WindrowPipelineProps.builder()
            .directory(Stacks.SAMPLES.resolve("ad-clicks").toString())
            .stream(
                software.amazon.awscdk.services.kinesis.Stream.fromStreamArn(
                    stack, "Stream", STREAM))
            .stateTable(Table.fromTableAttributes(stack, "State", state))
            .resultsTable(Table.fromTableArn(stack, "Results", TABLES + "results"))
            .quarantine(Bucket.fromBucketName(stack, "Quarantine", "rejects"))
            .alarmTopic(Topic.fromTopicArn(stack, "Topic", TOPIC))
            .pageTopic(Topic.fromTopicArn(stack, "Pages", PAGES))
            .encryption(Encryption.with(Key.fromKeyArn(stack, "Key", KEY)))
            .build());
    return stack;
  }

  @Test
  void aCustomersKeyEncryptsAllThatIsStored() {
    Stacks stacks =
        Stacks.of(
            Stacks.SAMPLES.resolve("ad-clicks"),
            app -> props -> props.encryption(Encryption.customerManaged()));
    stacks.data().hasResourceProperties("AWS::KMS::Key", Map.of("EnableKeyRotation", true));
    stacks
        .data()
        .allResourcesProperties(
            "AWS::DynamoDB::Table",
            Map.of(
                "SSESpecification", Match.objectLike(Map.of("KMSMasterKeyId", Match.anyValue()))));
    stacks
        .run()
        .allResourcesProperties("AWS::Lambda::Function", Map.of("KmsKeyArn", Match.anyValue()));
    stacks
        .run()
        .allResourcesProperties("AWS::SNS::Topic", Map.of("KmsMasterKeyId", Match.anyValue()));
    stacks
        .run()
        .allResourcesProperties("AWS::Logs::LogGroup", Map.of("KmsKeyId", Match.anyValue()));
  }

  @Test
  void aKeyOfItsOwnLetsTheLogsOfItsAccountUseIt() {
    JsonNode data =
        Stacks.of(
                Stacks.SAMPLES.resolve("ad-clicks"),
                app -> props -> props.encryption(Encryption.customerManaged()))
            .dataJson();
    assertThat(data.findValues("Service").toString())
        .contains("[\"logs.\",{\"Ref\":\"AWS::Region\"},\".\",{\"Ref\":\"AWS::URLSuffix\"}]");
  }

  @Test
  void aKeyOfTheSameAppLetsLogsAndAlarmsUseItToo() {
    App app = new App();
    Stack keys = new Stack(app, "Keys");
    WindrowPipelineProps props =
        WindrowPipelineProps.builder()
            .directory(Stacks.SAMPLES.resolve("ad-clicks").toString())
            .encryption(Encryption.with(new Key(keys, "Ours")))
            .build();
    new WindrowStacks(app, props, StackProps.builder().build());

    assertThat(Stacks.json(Template.fromStack(keys)).findValues("Service").toString())
        .contains("[\"logs.\",{\"Ref\":\"AWS::Region\"},\".\",{\"Ref\":\"AWS::URLSuffix\"}]")
        .contains("cloudwatch.amazonaws.com");
  }

  @Test
  void functionsMayDecryptTheirEnvironmentThoughTheKeyEncryptsNothingElse() {
    JsonNode template = Stacks.json(Template.fromStack(withEverythingExisting()));
    assertThat(template.findValuesAsText("KmsKeyArn")).containsOnly(KEY).hasSize(2);
    assertThat(template.findParents("Action"))
        .filteredOn(statement -> statement.path("Resource").asText().equals(KEY))
        .hasSize(2)
        .allMatch(statement -> statement.path("Action").asText().equals("kms:Decrypt"));
  }

  @Test
  void anAppGivesWhatItsRolesNeedAndNoMore() {
    Stack stack = new Stack(new App(), "Granting");
    WindrowPipeline pipeline =
        new WindrowPipeline(
            stack,
            "Clicks",
            WindrowPipelineProps.builder()
                .directory(Stacks.SAMPLES.resolve("ad-clicks").toString())
                .build());
    Role role =
        Role.Builder.create(stack, "Web")
            .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
            .build();
    pipeline.grantReadResults(role);
    pipeline.grantPutRecords(role);
    Stream<JsonNode> policies =
        StreamSupport.stream(
            Stacks.json(Template.fromStack(stack)).path("Resources").spliterator(), false);
    assertThat(policies)
        .filteredOn(policy -> policy.at("/Properties/PolicyName").asText().startsWith("WebDefault"))
        .singleElement()
        .satisfies(
            policy ->
                assertThat(policy.findValues("Action").toString())
                    .isEqualTo(
                        "[[\"dynamodb:BatchGetItem\",\"dynamodb:GetItem\",\"dynamodb:Query\"], "
                            + "[\"kinesis:ListShards\",\"kinesis:PutRecord\",\"kinesis:PutRecords\"]]"))
        .satisfies(policy -> assertThat(policy.toString()).contains("/index/*"));
  }

  @Test
  void anAppReachesTheAlarmsTheDashboardAndTheKey() {
    Stack stack = new Stack(new App(), "Reaching");
    WindrowPipeline pipeline =
        new WindrowPipeline(
            stack,
            "Clicks",
            WindrowPipelineProps.builder()
                .directory(Stacks.SAMPLES.resolve("ad-clicks").toString())
                .encryption(Encryption.customerManaged())
                .build());
    Template template = Template.fromStack(stack);
    template.resourceCountIs("AWS::CloudWatch::Alarm", pipeline.alarms().all().size());
    assertThat(template.findResources("AWS::CloudWatch::Dashboard"))
        .containsOnlyKeys(logicalId(stack, pipeline.dashboard()));
    assertThat(template.findResources("AWS::KMS::Key"))
        .containsOnlyKeys(logicalId(stack, Objects.requireNonNull(pipeline.key())));
  }

  private static String logicalId(Stack stack, IConstruct construct) {
    CfnElement resource = (CfnElement) construct.getNode().getDefaultChild();
    return (String) stack.resolve(resource.getLogicalId());
  }

  @Test
  void boundariesTagsTracingAndOverridesReachTheResources() {
    Stacks stacks =
        Stacks.of(
            Stacks.SAMPLES.resolve("ad-clicks"),
            app ->
                props ->
                    props
                        .permissionsBoundary(
                            ManagedPolicy.fromAwsManagedPolicyName("PowerUserAccess"))
                        .tracing(Tracing.ACTIVE)
                        .tag("team", "ads")
                        .capacity(StreamCapacity.provisioned(3))
                        .overrideProcess(function -> function.memorySize(3008)));
    stacks
        .run()
        .allResourcesProperties("AWS::IAM::Role", Map.of("PermissionsBoundary", Match.anyValue()));
    stacks
        .run()
        .hasResourceProperties(
            "AWS::Lambda::Function",
            Map.of("MemorySize", 3008, "TracingConfig", Map.of("Mode", "Active")));
    stacks
        .data()
        .hasResourceProperties(
            "AWS::Kinesis::Stream",
            Map.of(
                "ShardCount",
                3,
                "Tags",
                Match.arrayWith(List.of(Map.of("Key", "team", "Value", "ads")))));
  }
}
