package io.windrow.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.functions.telemetry.FunctionMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A metric of Windrow's functions that an alarm or a widget of a template names. */
record WatchedMetric(String name, Map<String, String> dimensions) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SNAPSHOTS =
      Path.of("..", "infrastructure", "src", "test", "resources", "snapshots");

  /** Those of all alarms that a sample is deployed with. */
  static List<WatchedMetric> ofAlarms(String sample) throws IOException {
    return resources(sample, "AWS::CloudWatch::Alarm")
        .flatMap(alarm -> alarm.findParents("MetricName").stream())
        .filter(metric -> metric.path("Namespace").asText().equals(FunctionMetric.NAMESPACE))
        .map(WatchedMetric::ofAlarm)
        .toList();
  }

  private static WatchedMetric ofAlarm(JsonNode metric) {
    Map<String, String> dimensions = new TreeMap<>();
    metric
        .path("Dimensions")
        .forEach(each -> dimensions.put(each.path("Name").asText(), each.path("Value").asText()));
    return new WatchedMetric(metric.path("MetricName").asText(), dimensions);
  }

  /** Those of all widgets of a sample's dashboard, but for searches. */
  static List<WatchedMetric> ofDashboard(String sample) throws IOException {
    List<WatchedMetric> watched = new ArrayList<>();
    for (JsonNode metrics : dashboard(sample).findValues("metrics")) {
      for (JsonNode row : metrics) {
        if (row.path(0).asText().equals(FunctionMetric.NAMESPACE)) {
          watched.add(ofRow(row));
        }
      }
    }
    return watched;
  }

  /** A row is namespace, name, then pairs of dimension and value, then how it is drawn. */
  private static WatchedMetric ofRow(JsonNode row) {
    Map<String, String> dimensions = new TreeMap<>();
    for (int at = 2; row.path(at).isTextual(); at += 2) {
      dimensions.put(row.path(at).asText(), row.path(at + 1).asText());
    }
    return new WatchedMetric(row.path(1).asText(), dimensions);
  }

  /** The dashboard's body, with a word in place of whatever is known at deployment alone. */
  private static JsonNode dashboard(String sample) throws IOException {
    JsonNode parts =
        resources(sample, "AWS::CloudWatch::Dashboard")
            .findFirst()
            .orElseThrow()
            .at("/Properties/DashboardBody/Fn::Join/1");
    StringBuilder body = new StringBuilder();
    parts.forEach(part -> body.append(part.isTextual() ? part.asText() : "deployed"));
    return JSON.readTree(body.toString());
  }

  private static Stream<JsonNode> resources(String sample, String type) throws IOException {
    JsonNode template = JSON.readTree(SNAPSHOTS.resolve(sample + "-run.json").toFile());
    return StreamSupport.stream(template.path("Resources").spliterator(), false)
        .filter(resource -> resource.path("Type").asText().equals(type));
  }
}
