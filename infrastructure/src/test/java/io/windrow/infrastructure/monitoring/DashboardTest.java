package io.windrow.infrastructure.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.infrastructure.Changed;
import io.windrow.infrastructure.NeedsNode;
import io.windrow.infrastructure.Stacks;
import io.windrow.infrastructure.StreamCapacity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsNode
class DashboardTest {
  private static final int COLUMNS = 24;

  private final JsonNode dashboard = UsedMetric.dashboard(Stacks.ofSample("earthquakes").runJson());

  @Test
  void itShowsTheLastEightHoursAtWhateverPeriodFits() {
    assertThat(dashboard.path("start").asText()).isEqualTo("-PT8H");
    assertThat(dashboard.path("periodOverride").asText()).isEqualTo("auto");
  }

  @Test
  void itIsNamedAfterItsPipelineAndItsRegion() {
    assertThat(Stacks.ofSample("earthquakes").runJson().findValue("DashboardName").toString())
        .isEqualTo("{\"Fn::Join\":[\"\",[\"earthquakes-\",{\"Ref\":\"AWS::Region\"}]]}");
  }

  @Test
  void itHasTheseRows() {
    assertThat(dashboard.findValuesAsText("title"))
        .containsExactly(
            "Alarms",
            "Received a second",
            "Accepted, percent",
            "Freshness",
            "Oldest open window",
            "Quarantined",
            "Verdicts",
            "Rejects by reason",
            "magnitudes: watermark and frontier lag",
            "magnitudes: window delay",
            "magnitudes: late",
            "networks: watermark and frontier lag",
            "networks: window delay",
            "networks: late",
            "Incoming bytes a second",
            "Iterator age",
            "Stream throttles",
            "Invocations and errors",
            "Duration",
            "Records a batch",
            "Init and restore, ms",
            "Write units",
            "Table throttles",
            "Put latency",
            "Commit size",
            "Conflicts, redelivered",
            "Results",
            "Last records rejected or late");
  }

  @Test
  void everyRowIsFull() {
    Map<Integer, Integer> widths = new TreeMap<>();
    dashboard
        .path("widgets")
        .forEach(
            widget ->
                widths.merge(widget.path("y").asInt(), widget.path("width").asInt(), Integer::sum));
    assertThat(widths.values()).allMatch(width -> width == COLUMNS);
  }

  @Test
  void theRetentionIsALineAcrossTheIteratorAge() {
    assertThat(widget(dashboard, "Iterator age").findValue("annotations").toString())
        .contains("\"value\":86400000");
  }

  @Test
  void theLimitOfProvisionedShardsIsALineAcrossWhatComesIn() {
    JsonNode provisioned =
        UsedMetric.dashboard(
            Stacks.of(
                    Stacks.SAMPLES.resolve("ad-clicks"),
                    app -> props -> props.capacity(StreamCapacity.provisioned(3)))
                .runJson());
    assertThat(widget(provisioned, "Incoming bytes a second").findValue("annotations").toString())
        .contains("\"value\":" + 3 * 1024 * 1024);
  }

  @Test
  void rejectsAreListedByReasonAndPositionAndNeverByPayload() {
    String query = widget(dashboard, "Last records rejected or late").findValue("query").asText();
    assertThat(query).contains("reason", "shard", "sequence").doesNotContain("payload", "@message");
  }

  @Test
  void valuesAreShownOnlyOfViewsThatAskForThem(@TempDir Path directory) {
    assertThat(dashboard.toString()).doesNotContain("Windrow/Values");
    Path asking =
        Changed.copy(
            directory, Map.of("by: [campaign_id]\n", "by: [campaign_id]\n    metric: true\n"));
    JsonNode values = UsedMetric.dashboard(Stacks.of(asking, app -> props -> {}).runJson());
    assertThat(widget(values, "views-per-campaign: values of its greatest groups").toString())
        .contains("Windrow/Values");
  }

  private static JsonNode widget(JsonNode dashboard, String title) {
    List<JsonNode> widgets =
        dashboard.path("widgets").findParents("title").stream()
            .filter(properties -> properties.path("title").asText().equals(title))
            .toList();
    assertThat(widgets).as(title).hasSize(1);
    return widgets.get(0);
  }
}
