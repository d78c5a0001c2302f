package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.FilterRule;
import software.amazon.awscdk.services.lambda.MetricsConfig;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.StartingPosition;

/** What an owner changes that results depend on is refused, all of it at once, with its reason. */
@NeedsNode
class RefusedOverridesTest {
  private static final Path GUIDE = Path.of("..", "docs", "guide", "deploy.md");
  private static final Pattern REFUSED = Pattern.compile("\n  - ([A-Za-z_ ]+) is ");

  /** The properties that are refused, in order. */
  private static List<String> refused(Consumer<WindrowPipelinePropsBuilder> change) {
    String message = message(change);
    assertThat(message).contains("changes what results depend on");
    return REFUSED.matcher(message).results().map(found -> found.group(1)).toList();
  }

  private static String message(Consumer<WindrowPipelinePropsBuilder> change) {
    IllegalArgumentException refusal =
        catchThrowableOfType(
            IllegalArgumentException.class,
            () -> Stacks.of(Stacks.SAMPLES.resolve("ad-clicks"), app -> change));
    return String.valueOf(refusal == null ? null : refusal.getMessage());
  }

  @Test
  void aMappingThatReadsInLanesLeavesRecordsOutOrGivesThemUp() {
    Consumer<WindrowPipelinePropsBuilder> everything =
        props ->
            props.overrideMapping(
                mapping ->
                    mapping
                        .parallelizationFactor(2)
                        .tumblingWindow(Duration.seconds(30))
                        .filters(
                            List.of(
                                FilterCriteria.filter(
                                    Map.of("data", Map.of("a", FilterRule.exists())))))
                        .retryAttempts(3)
                        .maxRecordAge(Duration.hours(1))
                        .reportBatchItemFailures(false)
                        .bisectBatchOnError(false)
                        .onFailure(null)
                        .startingPosition(StartingPosition.LATEST)
                        .eventSourceArn("arn:aws:kinesis:eu-west-1:111122223333:stream/another")
                        .metricsConfig(MetricsConfig.builder().metrics(List.of()).build()));
    assertThat(refused(everything))
        .containsExactly(
            "parallelizationFactor",
            "tumblingWindow",
            "filters",
            "retryAttempts",
            "maxRecordAge",
            "reportBatchItemFailures",
            "bisectBatchOnError",
            "onFailure",
            "startingPosition",
            "eventSourceArn",
            "metricsConfig");
    assertThat(message(everything))
        .startsWith("overrideMapping(...)")
        .contains(
            "parallelizationFactor is 2: each of several readers of a shard drops what the commits"
                + " of the others have passed; add shards instead");
  }

  @Test
  void aFunctionThatCanNotDoItsWork() {
    assertThat(
            refused(
                props ->
                    props.overrideProcess(
                        function ->
                            function
                                .handler("com.example.Another")
                                .runtime(Runtime.NODEJS_22_X)
                                .memorySize(256)
                                .reservedConcurrentExecutions(0)
                                .timeout(Duration.seconds(10))
                                .applicationLogLevelV2(ApplicationLogLevel.WARN)
                                .environment(Map.of("WINDROW_STREAM", "another", "TEAM", "ads")))))
        .containsExactly(
            "handler",
            "runtime",
            "memorySize",
            "reservedConcurrentExecutions",
            "timeout",
            "applicationLogLevel",
            "environment WINDROW_STREAM");
    assertThat(
            refused(props -> props.overrideSettle(settle -> settle.timeout(Duration.seconds(60)))))
        .containsExactly("timeout");
    assertThat(refused(props -> props.reservedConcurrency(0)))
        .containsExactly("reservedConcurrentExecutions");
  }

  @Test
  void aTableThatLedgersOrResultsAreNotFoundIn() {
    Attribute another = Attribute.builder().name("pk").type(AttributeType.STRING).build();
    assertThat(
            refused(
                props ->
                    props.overrideStateTable(
                        table ->
                            table
                                .partitionKey(another)
                                .sortKey(another)
                                .timeToLiveAttribute("ttl")
                                .stream(StreamViewType.KEYS_ONLY)
                                .replicationRegions(List.of("eu-central-1")))))
        .containsExactly(
            "partitionKey", "sortKey", "timeToLiveAttribute", "stream", "replicationRegions");
    assertThat(
            refused(
                props ->
                    props.overrideResultsTable(
                        table -> table.sortKey(another).timeToLiveAttribute("views"))))
        .containsExactly("sortKey", "timeToLiveAttribute");
  }

  @Test
  void aBucketThatAnyoneMayRead() {
    assertThat(refused(props -> props.overrideQuarantine(bucket -> bucket.publicReadAccess(true))))
        .containsExactly("publicReadAccess");
  }

  @Test
  void aRetentionThatNoStreamCanHave() {
    assertThat(message(props -> props.overrideStream(s -> s.retentionPeriod(Duration.hours(1)))))
        .contains("a stream holds records for 24 to 8760 h");
  }

  /** So that no rule is added that the guide does not tell. */
  @Test
  void theGuideListsThemAll() throws IOException {
    String guide = Files.readString(GUIDE);
    for (String rules : List.of("MappingRules", "FunctionRules", "TableRules")) {
      String source =
          Files.readString(Path.of("src/main/java/io/windrow/infrastructure", rules + ".java"));
      Matcher properties = Pattern.compile("\"([a-z][A-Za-z]+)\",").matcher(source);
      while (properties.find()) {
        assertThat(guide).as(rules + " refuses it").contains("`" + properties.group(1) + "`");
      }
    }
  }
}
