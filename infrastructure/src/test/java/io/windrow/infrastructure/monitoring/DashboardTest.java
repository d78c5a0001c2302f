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
            "Freshness, seconds",
            "Oldest open window, minutes",
            "Quarantined",
            "Verdicts",
            "Rejects by reason",
            "Last records rejected or late",
            "magnitudes: watermark and frontier lag",
            "magnitudes: window delay",
            "magnitudes: late",
            "networks: watermark and frontier lag",
            "networks: window delay",
            "networks: late",
            "Incoming bytes a second",
            "Age of records",
            "Stream throttles",
            "Invocations and errors",
            "Records failed and given up, faults retried",
            "Duration",
            "Concurrency",
            "Records a batch",
            "Memory used by process, MB",
            "Init and restore, seconds",
            "Write units",
            "Read units",
            "Table throttles",
            "Put latency, ms",
            "Commit size",
            "Conflicts, redelivered, partial batches",
            "Results");
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
  void timesAreInMinutesOrSecondsWithTheThresholdsOfTheirAlarmsAcross() {
    assertThat(lines("Age of records")).containsExactly(5.0, 12 * 60.0, 24 * 60.0);
    assertThat(lines("magnitudes: window delay")).containsExactly(5.0);
    assertThat(lines("Duration")).containsExactly(48.0, 240.0);
    assertThat(lines("Put latency, ms")).containsExactly(50.0);
    assertThat(widget(dashboard, "Age of records").at("/yAxis/left/label").asText())
        .isEqualTo("minutes");
    assertThat(widget(dashboard, "Duration").at("/yAxis/left/label").asText()).isEqualTo("seconds");
  }

  @Test
  void noTimeIsShownInMilliseconds() {
    for (JsonNode row : dashboard.findValues("metrics")) {
      for (JsonNode metric : row) {
        boolean isShown = metric.path(metric.size() - 1).path("visible").asBoolean(true);
        assertThat(isShown && isTime(metric.path(1).asText())).as(metric.toString()).isFalse();
      }
    }
  }

  private static boolean isTime(String metric) {
    return metric.matches(".*(Age|Lag|Delay|Duration|Freshness|Milliseconds|Window|Latest)$");
  }

  private List<Double> lines(String title) {
    return widget(dashboard, title).at("/annotations/horizontal").findValues("value").stream()
        .map(JsonNode::asDouble)
        .toList();
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
