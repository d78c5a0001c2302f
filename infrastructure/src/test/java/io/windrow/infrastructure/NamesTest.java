package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Template;

/** Names of pipelines and views, alike or as long as a definition lets them be. */
@NeedsNode
class NamesTest {
  private static final String NAME = "name: ad-clicks";
  private static final int LONGEST_LOGICAL_ID = 255;
  private static final int LONGEST_EXPORT = 255;
  private static final int MOST_VIEWS = 35;

  /** Amazon CloudWatch API Reference, PutCompositeAlarm. */
  private static final int LONGEST_RULE = 10_240;

  /** Of an alarm that CloudFormation names after its stack, its logical id and 13 letters. */
  private static final String LONGEST_ARN =
      "arn:aws-us-gov:cloudwatch:us-gov-west-1:123456789012:alarm:%s-%s-ABCDEFGHIJKLM";

  private static final String LONGEST = "n".repeat(63);

  /** The limits of the services' API references; CloudFormation shortens what it names itself. */
  private static final Map<String, Integer> LIMITS =
      Map.of(
          "Name", 128,
          "ConsumerName", 128,
          "PolicyName", 128,
          "AlarmName", 255,
          "AlarmDescription", 1_024,
          "Description", 256,
          "DisplayName", 100);

  @Test
  void pipelinesWhoseNamesDifferInHyphensAreRefusedInOneStack(
      @TempDir Path one, @TempDir Path other) {
    Stack stack = new Stack(new App(), "Both");
    new WindrowPipeline(stack, "One", named(one, "a-b", "first"));

    assertThatThrownBy(() -> new WindrowPipeline(stack, "Other", named(other, "ab", "second")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the pipelines a-b and ab of the stack Both have one logical id, StorageStreamab: it is"
                + " made of a name without its hyphens; put one in another stack, or rename it");
  }

  @Test
  void twoPipelinesOfOneNameAreRefusedInOneStack(@TempDir Path one, @TempDir Path other) {
    Stack stack = new Stack(new App(), "Both");
    new WindrowPipeline(stack, "One", named(one, "ads", "first"));

    assertThatThrownBy(() -> new WindrowPipeline(stack, "Other", named(other, "ads", "second")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the stack Both has two pipelines of the name ads, by which metrics and keys of tables"
                + " are told apart in an account and region; rename one in its pipeline.yaml");
  }

  @Test
  void pipelinesOfOneStackDontBothMakeAStream(@TempDir Path one, @TempDir Path other) {
    Stack stack = new Stack(new App(), "Both");
    new WindrowPipeline(stack, "One", named(one, "ads", "clicks"));

    assertThatThrownBy(() -> new WindrowPipeline(stack, "Other", named(other, "shop", "clicks")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the pipelines ads and shop")
        .hasMessageContaining("one stream to make, clicks: let one make it");
  }

  @Test
  void inStacksOfTheirOwnNothingOfThemHasOneName(@TempDir Path one, @TempDir Path other) {
    App app = new App();
    WindrowStacks first = new WindrowStacks(app, named(one, "a-b", "x"), none());
    WindrowStacks second = new WindrowStacks(app, named(other, "ab", "y"), none());

    assertThat(names(first)).isNotEmpty().doesNotContainAnyElementsOf(names(second));
  }

  @Test
  void viewsWhoseNamesDifferInHyphensHaveAlarmsOfTheirOwn(@TempDir Path directory) {
    String view = "  - { name: %s, window: { tumbling: 10s }, compute: { n: count() } }%n";
    Path views =
        Changed.copy(
            directory,
            Map.of("views:\n", "views:\n" + view.formatted("a-b") + view.formatted("ab")));
    JsonNode run = Stacks.of(views, app -> props -> {}).runJson();

    assertThat(run.path("Resources").properties())
        .filteredOn(each -> each.getKey().matches("PipelineAlarmsWindowDelayab[0-9A-F]{8}"))
        .hasSize(2);
  }

  @Test
  void whatIsNamedAfterTheLongestNamesFits(@TempDir Path directory) {
    Path longest =
        Changed.copy(
            directory,
            Map.of(
                NAME,
                "name: " + LONGEST,
                Changed.SOURCE,
                "source: { kinesis: " + "s".repeat(128) + ", critical: true }",
                "name: views-per-campaign",
                "name: " + LONGEST));
    Stacks stacks = Stacks.of(longest, app -> props -> {});

    LIMITS.forEach(
        (property, limit) ->
            assertThat(texts(stacks, property))
                .as(property)
                .isNotEmpty()
                .allMatch(text -> text.length() <= limit));
    assertThat(
            templates(stacks).flatMap(template -> template.path("Resources").properties().stream()))
        .allMatch(resource -> resource.getKey().length() <= LONGEST_LOGICAL_ID);
    assertThat(stacks.dataJson().path("Outputs").findValuesAsText("Name"))
        .isNotEmpty()
        .allMatch(name -> name.length() <= LONGEST_EXPORT);
  }

  @Test
  void theHealthAlarmOfTheMostViewsWithTheLongestNamesFits(@TempDir Path directory) {
    String view = "  - { name: %s, window: { tumbling: 10s }, compute: { n: count() } }%n";
    String more =
        IntStream.range(0, MOST_VIEWS - 1)
            .mapToObj(number -> view.formatted("v%062d".formatted(number)))
            .collect(Collectors.joining());
    Map<String, String> changes = Map.of(NAME, "name: " + LONGEST, "views:\n", "views:\n" + more);
    JsonNode run = Stacks.of(Changed.copy(directory, changes), app -> props -> {}).runJson();

    assertThat(length(run.findValue("AlarmRule").at("/Fn::Join/1"))).isBetween(9_000, LONGEST_RULE);
  }

  /** The length of joined texts, of which those that are no text are ARNs of alarms. */
  private static int length(JsonNode parts) {
    int length = 0;
    for (JsonNode part : parts) {
      length +=
          part.isTextual()
              ? part.asText().length()
              : LONGEST_ARN.formatted(LONGEST + "-run", part.at("/Fn::GetAtt/0").asText()).length();
    }
    return length;
  }

  private static Stream<JsonNode> templates(Stacks stacks) {
    return Stream.of(stacks.dataJson(), stacks.runJson());
  }

  private static List<String> texts(Stacks stacks, String property) {
    return templates(stacks)
        .flatMap(template -> template.path("Resources").findValues(property).stream())
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  /** What a stack, its exports and its alarms are named, but for what CloudFormation names. */
  private static Set<String> names(WindrowStacks stacks) {
    Set<String> names = new TreeSet<>();
    for (Stack stack : List.of(Stack.of(stacks.storage()), Stack.of(stacks.pipeline()))) {
      names.add(stack.getStackName());
      JsonNode template = Stacks.json(Template.fromStack(stack));
      template.path("Outputs").findValues("Export").forEach(name -> names.add(name.toString()));
      names.addAll(template.path("Resources").findValuesAsText("AlarmName"));
    }
    return names;
  }

  private static WindrowPipelineProps named(Path directory, String name, String stream) {
    Path copy =
        Changed.copy(
            directory,
            Map.of(NAME, "name: " + name, Changed.SOURCE, "source: { kinesis: " + stream + " }"));
    return WindrowPipelineProps.builder().directory(copy.toString()).build();
  }

  private static StackProps none() {
    return StackProps.builder().build();
  }
}
