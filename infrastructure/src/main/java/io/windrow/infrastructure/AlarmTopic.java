package io.windrow.infrastructure;

import io.windrow.infrastructure.template.PinnedId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * The topic that alarms are told on. Alarms can't use a key that AWS manages (AWS Knowledge Center,
 * "Why didn't I receive an SNS notification for my CloudWatch alarm trigger?"), so it always has a
 * customer's.
 */
final class AlarmTopic {
  private AlarmTopic() {}

  static ITopic of(Construct scope, PipelineContext pipeline) {
    return Optional.ofNullable(pipeline.props().existing().alarmTopic())
        .orElseGet(() -> made(scope, pipeline));
  }

  private static ITopic made(Construct scope, PipelineContext pipeline) {
    IKey key = Optional.ofNullable(pipeline.storage().key()).orElseGet(() -> key(scope));
    key.addToResourcePolicy(byAlarms("*", "kms:Decrypt", "kms:GenerateDataKey").build());
    Topic topic =
        Topic.Builder.create(scope, "AlarmTopic")
            .displayName("Alarms of the Windrow pipeline " + pipeline.name())
            .masterKey(key)
            .enforceSsl(true)
            .build();
    topic.addToResourcePolicy(
        byAlarms(topic.getTopicArn(), "sns:Publish")
            .conditions(
                Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(scope).getAccount())))
            .build());
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

  private static PolicyStatement.Builder byAlarms(String resource, String... actions) {
    return PolicyStatement.Builder.create()
        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
        .actions(List.of(actions))
        .resources(List.of(resource));
  }
}
