package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;

/** Topics of the app that alarms are told on, which would refuse CloudWatch in silence. */
@NeedsNode
class ExistingTopicTest {
  private final App app = new App();
  private final Stack topics = new Stack(app, "Topics");

  @Test
  void theTopicOfWarningsLetsAlarmsPublishAndItsKeyLetsThemEncrypt() {
    Topic warnings = encrypted("Warnings");

    deploy(props().alarmTopic(warnings));

    assertThat(allowed("AWS::SNS::TopicPolicy")).contains("sns:Publish");
    assertThat(allowed("AWS::KMS::Key")).contains("kms:Decrypt", "kms:GenerateDataKey");
  }

  @Test
  void soDoesTheOneOfPages() {
    Topic pages = encrypted("Pages");

    deploy(props().pageTopic(pages));

    assertThat(allowed("AWS::SNS::TopicPolicy")).contains("sns:Publish");
    assertThat(allowed("AWS::KMS::Key")).contains("kms:Decrypt", "kms:GenerateDataKey");
  }

  private Topic encrypted(String id) {
    return Topic.Builder.create(topics, id)
        .masterKey(new Key(topics, id + "Key"))
        .enforceSsl(true)
        .build();
  }

  private static WindrowPipelinePropsBuilder props() {
    return WindrowPipelineProps.builder().directory(Stacks.SAMPLES.resolve("ad-clicks").toString());
  }

  private void deploy(WindrowPipelinePropsBuilder props) {
    new WindrowStacks(app, props.build(), StackProps.builder().build());
  }

  /** What the policy of a resource lets CloudWatch do. */
  private String allowed(String type) {
    JsonNode template = Stacks.json(Template.fromStack(topics));
    StringBuilder actions = new StringBuilder();
    for (JsonNode resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals(type)) {
        resource.findParents("Action").stream()
            .filter(
                statement ->
                    statement.at("/Principal/Service").asText().equals("cloudwatch.amazonaws.com"))
            .forEach(statement -> actions.append(statement.path("Action")));
      }
    }
    return actions.toString();
  }
}
