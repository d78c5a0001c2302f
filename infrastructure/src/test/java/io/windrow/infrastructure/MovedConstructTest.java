package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;
import software.constructs.Construct;

/** A construct that is moved in its app, to another place of its stack. */
@NeedsNode
class MovedConstructTest {
  private static final String CONSUMER = "AWS::Kinesis::StreamConsumer";

  /** What has state, a reader's position, or a name that another can't take before it is gone. */
  private static final Set<String> STAYS =
      Set.of(
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::DynamoDB::Table",
          CONSUMER,
          "AWS::Kinesis::Stream",
          "AWS::KMS::Key",
          "AWS::S3::Bucket",
          "AWS::S3::BucketPolicy",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy");

  private final WindrowPipelineProps props;

  MovedConstructTest(@TempDir Path directory) {
    this.props =
        WindrowPipelineProps.builder()
            .directory(Changed.source(directory, "{ kinesis: ad-clicks, fanout: true }").toString())
            .encryption(Encryption.customerManaged())
            .build();
  }

  @Test
  void nothingThatHasStateIsAnother() {
    Map<String, String> stays = idsThatStay(moved());

    assertThat(stays).isEqualTo(idsThatStay(atFirst()));
    assertThat(stays.values()).containsAll(STAYS);
    assertThat(stays)
        .containsEntry("Mappingadclicks", "AWS::Lambda::EventSourceMapping")
        .containsEntry("StorageStateadclicks", "AWS::DynamoDB::Table");
  }

  @Test
  void itIsCalledTheSameInAStackOfItsOwn() {
    WindrowStacks two = new WindrowStacks(app(), props, StackProps.builder().build());
    Map<String, String> stays = new TreeMap<>();
    for (Construct half : List.of(two.storage(), two.pipeline())) {
      stays.putAll(idsThatStay(Stacks.json(Template.fromStack(Stack.of(half)))));
    }

    assertThat(stays).isEqualTo(idsThatStay(atFirst()));
  }

  @Test
  void itsConsumerKeepsTheNameByWhichTheMappingReads() {
    assertThat(consumerName(moved()))
        .isEqualTo(consumerName(atFirst()))
        .isEqualTo("windrow-ad-clicks");
  }

  private JsonNode atFirst() {
    Stack stack = new Stack(app(), "Theirs");
    new WindrowPipeline(stack, "Clicks", props);
    return Stacks.json(Template.fromStack(stack));
  }

  private JsonNode moved() {
    Stack stack = new Stack(app(), "Theirs");
    new WindrowPipeline(new Construct(stack, "Deep"), "Down", props);
    return Stacks.json(Template.fromStack(stack));
  }

  private static App app() {
    return new App(AppProps.builder().context(AppFile.context()).build());
  }

  private static Map<String, String> idsThatStay(JsonNode template) {
    Map<String, String> ids = new TreeMap<>();
    template
        .path("Resources")
        .properties()
        .forEach(
            each -> {
              String type = each.getValue().path("Type").asText();
              if (STAYS.contains(type) || readsTheStream(each.getValue())) {
                ids.put(each.getKey(), type);
              }
            });
    return ids;
  }

  private static boolean readsTheStream(JsonNode resource) {
    return resource.at("/Properties/BisectBatchOnFunctionError").asBoolean();
  }

  private static String consumerName(JsonNode template) {
    for (JsonNode resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals(CONSUMER)) {
        return resource.at("/Properties/ConsumerName").asText();
      }
    }
    throw new AssertionError("the template has no consumer");
  }
}
