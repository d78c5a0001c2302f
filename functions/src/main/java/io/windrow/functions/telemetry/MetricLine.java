package io.windrow.functions.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * One line of a log from which CloudWatch takes metrics of one set of dimensions (Amazon CloudWatch
 * User Guide, "Specification: Embedded metric format").
 */
final class MetricLine {
  private final ObjectNode line = JsonNodeFactory.instance.objectNode();
  private final Set<Dimension> dimensions;
  private final ArrayNode metrics;

  /**
   * A line without metrics.
   *
   * @param time of all its values, in milliseconds since the epoch
   */
  MetricLine(String namespace, long time, Map<Dimension, String> dimensions) {
    this.dimensions = dimensions.keySet();
    ObjectNode directive =
        line.putObject("_aws").put("Timestamp", time).putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", namespace);
    ArrayNode names = directive.putArray("Dimensions").addArray();
    this.metrics = directive.putArray("Metrics");
    new EnumMap<>(dimensions)
        .forEach(
            (dimension, value) -> {
              names.add(dimension.text());
              line.put(dimension.text(), value);
            });
  }

  MetricLine put(FunctionMetric metric, long value) {
    declare(metric);
    line.put(metric.text(), value);
    return this;
  }

  /** Puts several values of one metric, as many as {@link LineParts} allows. */
  MetricLine put(FunctionMetric metric, long[] values) {
    declare(metric);
    ArrayNode array = line.putArray(metric.text());
    for (long value : values) {
      array.add(value);
    }
    return this;
  }

  /** Puts a value that the definition names. */
  MetricLine put(String name, double value) {
    metrics.addObject().put("Name", name);
    line.put(name, value);
    return this;
  }

  private void declare(FunctionMetric metric) {
    if (!dimensions.equals(Set.copyOf(metric.dimensions()))) {
      throw new IllegalArgumentException(
          metric + " is told apart by " + metric.dimensions() + ", not by " + dimensions);
    }
    metrics.addObject().put("Name", metric.text()).put("Unit", metric.unit().text());
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
