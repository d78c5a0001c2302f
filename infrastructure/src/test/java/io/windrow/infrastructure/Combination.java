package io.windrow.infrastructure;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableAttributes;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.sns.Topic;

/** Apps that use more of the construct than the samples do, and several of its options at once. */
enum Combination {
  CRITICAL_IN_A_VPC {
    @Override
    void addTo(App app, Path directory) {
      Changed.source(directory, "{ kinesis: ad-clicks, critical: true }");
      Stack stack = new Stack(app, "Critical");
      pipeline(
          stack,
          "Clicks",
          props(directory)
              .encryption(Encryption.customerManaged())
              .vpc(vpc(stack))
              .tracing(Tracing.ACTIVE)
              .capacity(StreamCapacity.provisioned(4)));
    }
  },

  EVERYTHING_IMPORTED {
    @Override
    void addTo(App app, Path directory) {
      Changed.copy(directory, Map.of());
      Stack stack = new Stack(app, "Imported");
      pipeline(stack, "Clicks", imported(stack, props(directory)));
    }
  },

  REFERENCE_TABLES {
    @Override
    void addTo(App app, Path directory) {
      Changed.copy(
          directory, Map.of("{ table: ads, key:", "{ table: ads, dynamodb: all-ads, key:"));
      Stack stack = new Stack(app, "Enriched");
      pipeline(
          stack,
          "Clicks",
          props(directory).referenceTable(ReferenceTableTest.imported(stack, "all-ads")));
    }
  },

  SHARED_TABLES {
    @Override
    void addTo(App app, Path directory) {
      Changed.copy(directory, Map.of());
      Stack stack = new Stack(app, "Tables");
      WindrowPipeline first = pipeline(stack, "Quakes", sample("earthquakes"));
      pipeline(
          stack,
          "Clicks",
          props(directory).stateTable(first.stateTable()).resultsTable(first.resultsTable()));
    }
  },

  TWO_READERS_OF_A_STREAM {
    @Override
    void addTo(App app, Path directory) {
      Changed.source(directory, "{ kinesis: ad-clicks, fanout: true }");
      Stack stack = new Stack(app, "Readers");
      Topic topic = Topic.Builder.create(stack, "Topic").enforceSsl(true).build();
      WindrowPipeline maker =
          pipeline(stack, "Quakes", sample("earthquakes").sharedStream().alarmTopic(topic));
      pipeline(stack, "Clicks", props(directory).stream(maker.stream()).alarmTopic(topic));
    }
  },

  OVERRIDDEN_FUNCTIONS {
    @Override
    void addTo(App app, Path directory) {
      Changed.copy(directory, Map.of());
      Stack stack = new Stack(app, "Overridden");
      Role role =
          Role.Builder.create(stack, "Role")
              .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
              .build();
      LogGroup logs = new LogGroup(stack, "Logs");
      IVpc vpc = vpc(stack);
      pipeline(
          stack,
          "Clicks",
          props(directory)
              .overrideProcess(
                  process -> process.role(role).logGroup(logs).environment(Map.of("TEAM", "ads")))
              .overrideSettle(settle -> settle.vpc(vpc).tracing(Tracing.ACTIVE)));
    }
  };

  private static final String ACCOUNT = "111122223333";

  /** Adds the stacks, of the ad-clicks sample as it is copied to a directory and changed there. */
  abstract void addTo(App app, Path directory);

  /** Where its templates are written. */
  Path output() {
    return Path.of("target", "combinations", name().toLowerCase(Locale.ROOT));
  }

  private static WindrowPipelinePropsBuilder props(Path directory) {
    return WindrowPipelineProps.builder().directory(directory.toString());
  }

  private static WindrowPipelinePropsBuilder sample(String name) {
    return props(Stacks.SAMPLES.resolve(name));
  }

  private static WindrowPipeline pipeline(
      Stack stack, String id, WindrowPipelinePropsBuilder props) {
    return new WindrowPipeline(stack, id, props.build());
  }

  private static IVpc vpc(Stack stack) {
    return Vpc.fromVpcAttributes(
        stack,
        "Vpc",
        VpcAttributes.builder()
            .vpcId("vpc-0123456789abcdef0")
            .availabilityZones(List.of("eu-west-1a"))
            .privateSubnetIds(List.of("subnet-0123456789abcdef0"))
            .build());
  }

  private static WindrowPipelinePropsBuilder imported(
      Stack stack, WindrowPipelinePropsBuilder props) {
    String state = arn("dynamodb", "table/state");
    return props.stream(Stream.fromStreamArn(stack, "Stream", arn("kinesis", "stream/clicks")))
        .stateTable(
            Table.fromTableAttributes(
                stack,
                "State",
                TableAttributes.builder()
                    .tableArn(state)
                    .tableStreamArn(state + "/stream/2026-01-31T12:00:00.000")
                    .build()))
        .resultsTable(Table.fromTableArn(stack, "Results", arn("dynamodb", "table/results")))
        .quarantine(Bucket.fromBucketName(stack, "Quarantine", "rejects"))
        .alarmTopic(Topic.fromTopicArn(stack, "Alarms", arn("sns", "alarms")))
        .pageTopic(Topic.fromTopicArn(stack, "Pages", arn("sns", "pages")))
        .encryption(
            Encryption.with(
                Key.fromKeyArn(
                    stack, "Key", arn("kms", "key/12345678-1234-1234-1234-123456789012"))));
  }

  private static String arn(String service, String resource) {
    return "arn:aws:%s:eu-west-1:%s:%s".formatted(service, ACCOUNT, resource);
  }
}
