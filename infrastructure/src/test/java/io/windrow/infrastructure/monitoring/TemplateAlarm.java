package io.windrow.infrastructure.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An alarm of a template, evaluated over recorded metrics as CloudWatch does (Amazon CloudWatch
 * User Guide, "Alarm evaluation" and "Configuring how CloudWatch alarms treat missing data"): it
 * looks at some more periods than it asks for, and counts missing ones only where too few are
 * there.
 */
record TemplateAlarm(String id, JsonNode properties) {
  private static final int MORE_PERIODS = 2;

  static List<TemplateAlarm> all(JsonNode template) {
    List<TemplateAlarm> alarms = new ArrayList<>();
    for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
      if (resource.getValue().path("Type").asText().equals("AWS::CloudWatch::Alarm")) {
        alarms.add(
            new TemplateAlarm(name(resource.getKey()), resource.getValue().path("Properties")));
      }
    }
    return alarms;
  }

  /** Without what the CDK puts around it, and without the view of a window's delay. */
  private static String name(String logicalId) {
    return logicalId
        .replaceAll("^PipelineAlarms|.{8}$", "")
        .replaceAll("^WindowDelay.*", "WindowDelay");
  }

  boolean pages() {
    return properties.has("OKActions");
  }

  /** Whether it fires at the end of a minute. */
  boolean fires(RecordedMetrics recorded, long end) {
    int periods = properties.path("EvaluationPeriods").asInt();
    List<Double> found = new ArrayList<>();
    for (int back = 0; back < periods + MORE_PERIODS && found.size() < periods; back++) {
      long to = end - back * period();
      datapoint(recorded, to - period(), to).ifPresent(found::add);
    }
    int missing = periods - found.size();
    boolean silenceIsBad = properties.path("TreatMissingData").asText().equals("breaching");
    long bad = found.stream().filter(this::isBad).count() + (silenceIsBad ? missing : 0);
    return bad >= properties.path("DatapointsToAlarm").asInt();
  }

  private boolean isBad(double value) {
    double threshold = properties.path("Threshold").asDouble();
    return switch (properties.path("ComparisonOperator").asText()) {
      case "GreaterThanThreshold" -> value > threshold;
      case "LessThanThreshold" -> value < threshold;
      default -> throw new IllegalStateException("no such comparison in " + id);
    };
  }

  private long period() {
    JsonNode period = properties.findValue("Period");
    return period.asLong() * 1000;
  }

  private OptionalDouble datapoint(RecordedMetrics recorded, long from, long to) {
    if (properties.has("MetricName")) {
      return statistic(recorded, properties, properties, from, to);
    }
    Map<String, OptionalDouble> metrics = new HashMap<>();
    String expression = null;
    for (JsonNode metric : properties.path("Metrics")) {
      if (metric.has("Expression")) {
        expression = metric.path("Expression").asText();
      } else {
        JsonNode of = metric.path("MetricStat");
        metrics.put(
            metric.path("Id").asText(), statistic(recorded, of.path("Metric"), of, from, to));
      }
    }
    if (expression == null) {
      throw new IllegalStateException(id + " has metrics and no expression");
    }
    return MetricMath.value(expression, metrics);
  }

  private static OptionalDouble statistic(
      RecordedMetrics recorded, JsonNode metric, JsonNode of, long from, long to) {
    String statistic =
        of.path("Stat").asText(of.path("Statistic").asText(of.path("ExtendedStatistic").asText()));
    return recorded.statistic(
        metric.path("MetricName").asText(),
        subject(metric.path("Dimensions")),
        statistic,
        from,
        to);
  }

  /** Whose metric it is, where resources have no names before they are deployed. */
  private static String subject(JsonNode dimensions) {
    String text = dimensions.toString();
    for (JsonNode dimension : dimensions) {
      if (dimension.path("Name").asText().equals("view")) {
        return dimension.path("Value").asText();
      }
    }
    return text.contains("EventSourceMappingUUID")
        ? "mapping"
        : text.contains("PipelineProcess")
            ? "process"
            : text.contains("PipelineSettle")
                ? "settle"
                : text.contains("StreamName")
                    ? "stream"
                    : text.contains("TableName") ? "table" : "pipeline";
  }
}
