package io.windrow.infrastructure.monitoring;

import io.windrow.functions.telemetry.Dimension;
import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.infrastructure.template.Sorted;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Unit;

/** The metrics that the functions of a pipeline emit. */
record PipelineMetrics(String pipeline) {
  static final Duration PERIOD = Duration.minutes(1);

  /** A metric of the whole pipeline. */
  Metric of(FunctionMetric metric, String statistic) {
    return metric(metric, statistic, Map.of(Dimension.PIPELINE.text(), pipeline));
  }

  /** A metric of one view. */
  Metric of(FunctionMetric metric, String view, String statistic) {
    return metric(
        metric,
        statistic,
        Sorted.map(Dimension.PIPELINE.text(), pipeline, Dimension.VIEW.text(), view));
  }

  private static Metric metric(
      FunctionMetric metric, String statistic, Map<String, String> dimensions) {
    if (dimensions.size() != metric.dimensions().size()) {
      throw new IllegalArgumentException(
          "the metric %s is told apart by %s, found %s"
              .formatted(metric.text(), metric.dimensions(), dimensions.keySet()));
    }
    return Metric.Builder.create()
        .namespace(FunctionMetric.NAMESPACE)
        .metricName(metric.text())
        .dimensionsMap(dimensions)
        .statistic(statistic)
        .unit(Unit.valueOf(metric.unit().name()))
        .period(PERIOD)
        .build();
  }
}
