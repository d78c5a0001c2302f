package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** What is watched of a stream that exists, of the pipeline's account or of another. */
@NeedsNode
class ImportedStreamTest {
  private static final String OWNER = "111122223333";
  private static final String STREAM = "arn:aws:kinesis:eu-west-1:" + OWNER + ":stream/clicks";

  @Test
  void ofAStreamOfAnotherAccountNothingIsWatchedThatIsMeasuredThere(@TempDir Path directory) {
    Stack run = deployedTo("444455556666", "eu-west-1", "", directory);
    JsonNode template = Stacks.json(Template.fromStack(run));

    assertThat(template.toString()).contains("IteratorAge").doesNotContain("AWS/Kinesis");
    assertThat(alarmed(template)).containsOnlyOnce("DroppedEventCount").contains("IteratorAge");
    Annotations.fromStack(run)
        .hasWarning("*", Match.stringLikeRegexp("the stream is of the account " + OWNER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fanout", "critical"})
  void aConsumerOfAStreamOfAnotherAccountIsRefused(String reading, @TempDir Path directory) {
    assertThatThrownBy(
            () -> deployedTo("444455556666", "eu-west-1", ", " + reading + ": true", directory))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the stream "
                + STREAM
                + " is of another account than the stack, 444455556666, and a fan-out consumer can be"
                + " registered by the stream's own account only; leave fanout and critical out of the"
                + " definition's source, or deploy the pipeline to "
                + OWNER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fanout", "critical"})
  void aConsumerOfAStreamOfTheSameAccountIsMade(String reading, @TempDir Path directory) {
    Stack run = deployedTo(OWNER, "eu-west-1", ", " + reading + ": true", directory);

    assertThat(alarmed(Stacks.json(Template.fromStack(run))))
        .contains("SubscribeToShardEvent.MillisBehindLatest");
  }

  @Test
  void ofAStreamOfTheSameAccountThrottlesAreWatched(@TempDir Path directory) {
    Stack run = deployedTo(OWNER, "eu-west-1", "", directory);

    assertThat(alarmed(Stacks.json(Template.fromStack(run))))
        .contains("WriteProvisionedThroughputExceeded", "ReadProvisionedThroughputExceeded");
    Annotations.fromStack(run).hasNoWarning("*", Match.stringLikeRegexp("the stream is of"));
  }

  @Test
  void whereTheAccountIsNotKnownTheStreamCountsAsItsOwn(@TempDir Path directory) {
    Path pipeline = Changed.source(directory, "{ stream: '" + STREAM + "' }");

    assertThat(alarmed(Stacks.of(pipeline, app -> props -> {}).runJson()))
        .contains("WriteProvisionedThroughputExceeded");
  }

  @Test
  void aStreamOfAnotherRegionIsRefused(@TempDir Path directory) {
    assertThatThrownBy(() -> deployedTo(OWNER, "us-east-1", "", directory))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the stream "
                + STREAM
                + " is not in the stack's region us-east-1, and Lambda reads streams of its own region"
                + " only; deploy the pipeline to eu-west-1");
  }

  private static Stack deployedTo(String account, String region, String reading, Path directory) {
    Path pipeline = Changed.source(directory, "{ stream: '" + STREAM + "'" + reading + " }");
    App app = new App(AppProps.builder().context(AppFile.context()).build());
    StackProps place =
        StackProps.builder()
            .env(Environment.builder().account(account).region(region).build())
            .build();
    WindrowPipelineProps props =
        WindrowPipelineProps.builder().directory(pipeline.toString()).build();
    return Stack.of(new WindrowStacks(app, props, place).pipeline());
  }

  /** The metrics that alarms watch alone. */
  private static List<String> alarmed(JsonNode template) {
    return template.path("Resources").findParents("AlarmDescription").stream()
        .map(alarm -> alarm.path("MetricName").asText())
        .toList();
  }
}
