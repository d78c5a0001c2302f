package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Match;

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
