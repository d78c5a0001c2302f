package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.constructs.Construct;

@NeedsNode
class MappingTest {
  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

  @Test
  void theMappingLosesNothingAndKeepsTheOrder() {
    Stacks.ofSample("earthquakes")
        .run()
        .hasResourceProperties(
            MAPPING,
            Map.ofEntries(
                Map.entry("BatchSize", 10_000),
                Map.entry("MaximumBatchingWindowInSeconds", 1),
                Map.entry("FunctionResponseTypes", List.of("ReportBatchItemFailures")),
                Map.entry("BisectBatchOnFunctionError", true),
                Map.entry("MaximumRetryAttempts", -1),
                Map.entry("MaximumRecordAgeInSeconds", Match.absent()),
                Map.entry("ParallelizationFactor", 1),
                Map.entry("TumblingWindowInSeconds", Match.absent()),
                Map.entry("FilterCriteria", Match.absent()),
                Map.entry("StartingPosition", "TRIM_HORIZON"),
                Map.entry("MetricsConfig", Map.of("Metrics", List.of("EventCount"))),
                Map.entry(
                    "DestinationConfig",
                    Map.of("OnFailure", Map.of("Destination", Match.anyValue())))));
  }

  @Test
  void theMappingKeepsItsIdWhereverItsConstructIs() {
    App app = new App();
    Stack stack = new Stack(app, "Another");
    new WindrowPipeline(
        new Construct(stack, "Deep"),
        "Down",
        WindrowPipelineProps.builder()
            .directory(Stacks.SAMPLES.resolve("ad-clicks").toString())
            .build());
    JsonNode elsewhere = Stacks.json(Template.fromStack(stack)).path("Resources");
    JsonNode here = Stacks.ofSample("ad-clicks").runJson().path("Resources");
    assertThat(elsewhere.path("Mappingadclicks").path("Type").asText()).isEqualTo(MAPPING);
    assertThat(here.path("Mappingadclicks").path("Type").asText()).isEqualTo(MAPPING);
  }

  @Test
  void aStartIsATimeAndNeverTheLatest(@TempDir Path directory) {
    Path latest = Changed.source(directory, "{ kinesis: ad-clicks, start: latest }");
    Stacks.of(latest, app -> props -> props.start(Instant.parse("2026-01-31T12:00:00Z")))
        .run()
        .hasResourceProperties(
            MAPPING,
            Map.of("StartingPosition", "AT_TIMESTAMP", "StartingPositionTimestamp", 1769860800));
  }

  @Test
  void theLatestOfNoTimeIsRefused(@TempDir Path directory) {
    Path latest = Changed.source(directory, "{ kinesis: ad-clicks, start: latest }");
    assertThatThrownBy(() -> Stacks.of(latest, app -> props -> {}))
        .hasMessageContaining("starts at latest")
        .hasMessageContaining("-c start=");
  }
}
