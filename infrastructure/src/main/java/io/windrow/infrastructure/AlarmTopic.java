package io.windrow.infrastructure;

import io.windrow.infrastructure.template.PinnedId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * The topic that alarms publish to. Alarms can't use a key that AWS manages (AWS Knowledge Center,
 * "Why didn't I receive an SNS notification for my CloudWatch alarm trigger?"), so it always has a
 * customer's.
 */
final class AlarmTopic {
  private AlarmTopic() {}

  static ITopic of(Construct scope, PipelineContext pipeline) {
    return existing(scope, pipeline.props().existing().alarmTopic())
        .orElseGet(() -> made(scope, pipeline));
  }

  /** The topic of the alarms that page, if it is another one. */
  static Optional<ITopic> ofPages(Construct scope, PipelineContext pipeline) {
    return existing(scope, pipeline.props().existing().pageTopic());
  }

  private static Optional<ITopic> existing(Construct scope, @Nullable ITopic topic) {
    if (topic != null) {
      letAlarmsPublish(scope, topic, topic.getMasterKey());
    }
    return Optional.ofNullable(topic);
  }

  private static ITopic made(Construct scope, PipelineContext pipeline) {
    IKey key = Optional.ofNullable(pipeline.storage().key()).orElseGet(() -> key(scope));
    Topic topic =
        Topic.Builder.create(scope, "AlarmTopic")
            .displayName("Alarms of the Windrow pipeline " + pipeline.name())
            .masterKey(key)
            .enforceSsl(true)
            .build();
    letAlarmsPublish(scope, topic, key);
    PinnedId.of(topic, "PipelineAlarmTopic", pipeline.name());
    PinnedId.ofPolicy(topic, "PipelineAlarmTopicPolicy", pipeline.name());
    return topic;
  }

  private static IKey key(Construct scope) {
    return Key.Builder.create(scope, "AlarmKey")
        .description("Encrypts what a Windrow pipeline's alarms say")
        .enableKeyRotation(true)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  /** The policies of a topic and a key that are imported are not the app's to change. */
  private static void letAlarmsPublish(Construct scope, ITopic topic, @Nullable IKey key) {
    if (key != null) {
      key.addToResourcePolicy(byAlarms(scope, "*", "kms:Decrypt", "kms:GenerateDataKey"));
    }
    topic.addToResourcePolicy(byAlarms(scope, topic.getTopicArn(), "sns:Publish"));
  }

  /**
   * Of this account alone: the service acts for all accounts (IAM, "The confused deputy problem").
   */
  private static PolicyStatement byAlarms(Construct scope, String resource, String... actions) {
    return PolicyStatement.Builder.create()
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of(actions))
        .resources(List.of(resource))
        .conditions(
            Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(scope).getAccount())))
        .build();
  }
}
