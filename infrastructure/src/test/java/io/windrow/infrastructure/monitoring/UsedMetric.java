package io.windrow.infrastructure.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A metric that an alarm or a widget names.
 *
 * @param name empty where a search takes all of its dimensions
 */
record UsedMetric(String namespace, String name, Set<String> dimensions) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern SEARCH =
      Pattern.compile("SEARCH\\('\\{([^}]*)\\}(?: MetricName=\"([^\"]*)\")?");

  /** Those of all alarms in a template. */
  static List<UsedMetric> ofAlarms(JsonNode template) {
    List<UsedMetric> used = new ArrayList<>();
    ofType(template, "AWS::CloudWatch::Alarm")
        .map(alarm -> alarm.path("Properties"))
        .forEach(
            alarm -> {
              if (alarm.has("MetricName")) {
                used.add(ofMetric(alarm));
              }
              alarm
                  .path("Metrics")
                  .findValues("Metric")
                  .forEach(metric -> used.add(ofMetric(metric)));
            });
    return used;
  }

  private static UsedMetric ofMetric(JsonNode metric) {
    return new UsedMetric(
        metric.path("Namespace").asText(),
        metric.path("MetricName").asText(),
        new TreeSet<>(metric.path("Dimensions").findValuesAsText("Name")));
  }

  /** Those of all widgets of a template's dashboard. */
  static List<UsedMetric> ofDashboard(JsonNode template) {
    List<UsedMetric> used = new ArrayList<>();
    for (JsonNode metrics : dashboard(template).findValues("metrics")) {
      for (JsonNode metric : metrics) {
        if (metric.path(0).isTextual()) {
          used.add(ofRow(metric));
        } else {
          ofSearch(metric.path(0).path("expression").asText()).ifPresent(used::add);
        }
      }
    }
    return used;
  }

  /** A row is namespace, name, then pairs of dimension and value, then how it is drawn. */
  private static UsedMetric ofRow(JsonNode row) {
    Set<String> dimensions = new TreeSet<>();
    for (int at = 2; at + 1 < row.size() && row.path(at).isTextual(); at += 2) {
      dimensions.add(row.path(at).asText());
    }
    return new UsedMetric(row.path(0).asText(), row.path(1).asText(), dimensions);
  }

  private static Optional<UsedMetric> ofSearch(String expression) {
    Matcher search = SEARCH.matcher(expression);
    if (!search.find()) {
      return Optional.empty();
    }
    String[] schema = search.group(1).replace("\"", "").split(",", -1);
    String name = search.group(2);
    return Optional.of(
        new UsedMetric(
            schema[0],
            name == null ? "" : name,
            new TreeSet<>(List.of(schema).subList(1, schema.length))));
  }

  /** The dashboard's body, with a word in place of whatever is known at deployment alone. */
  static JsonNode dashboard(JsonNode template) {
    StringBuilder body = new StringBuilder();
    JsonNode parts =
        ofType(template, "AWS::CloudWatch::Dashboard")
            .findFirst()
            .orElseThrow()
            .at("/Properties/DashboardBody/Fn::Join/1");
    parts.forEach(part -> body.append(part.isTextual() ? part.asText() : "deployed"));
    try {
      return MAPPER.readTree(body.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> ofType(JsonNode template, String type) {
    return StreamSupport.stream(template.path("Resources").spliterator(), false)
        .filter(resource -> resource.path("Type").asText().equals(type));
  }
}
