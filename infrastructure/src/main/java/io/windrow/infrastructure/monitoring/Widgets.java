package io.windrow.infrastructure.monitoring;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.SingleValueWidget;
import software.amazon.awscdk.services.logs.ILogGroup;

/** Widgets of one height, on the 24 columns of a dashboard. */
final class Widgets {
  static final int COLUMNS = 24;
  private static final int HEIGHT = 6;
  private static final int NUMBER_HEIGHT = 4;

  private Widgets() {}

  static GraphWidget graph(String title, int width, IMetric... metrics) {
    return graphOf(title, width, metrics).build();
  }

  /** A graph that is yet to get a second axis or lines across. */
  static GraphWidget.Builder graphOf(String title, int width, IMetric... metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .width(width)
        .height(HEIGHT)
        .left(List.of(metrics));
  }

  static SingleValueWidget number(String title, int width, IMetric metric) {
    return SingleValueWidget.Builder.create()
        .title(title)
        .width(width)
        .height(NUMBER_HEIGHT)
        .sparkline(true)
        .metrics(List.of(metric))
        .build();
  }

  static LogQueryWidget log(
      String title, int width, LogQueryVisualizationType view, ILogGroup logs, String... lines) {
    return LogQueryWidget.Builder.create()
        .title(title)
        .width(width)
        .height(HEIGHT)
        .view(view)
        .logGroupNames(List.of(logs.getLogGroupName()))
        .queryLines(List.of(lines))
        .build();
  }

  /** A metric under another name. */
  static Metric labeled(Metric metric, String label) {
    return metric.with(MetricOptions.builder().label(label).build());
  }

  /**
   * A metric's sum as a number a second.
   *
   * @param id names it in its graph
   */
  static MathExpression perSecond(String id, Metric metric) {
    return MathExpression.Builder.create()
        .expression("%s / PERIOD(%s)".formatted(id, id))
        .usingMetrics(Map.of(id, metric))
        .label(id + " a second")
        .period(PipelineMetrics.PERIOD)
        .build();
  }

  /** Every metric that a search finds, the greatest first. */
  static MathExpression search(String schema, String filter, String statistic) {
    return MathExpression.Builder.create()
        .expression("SORT(SEARCH('{%s} %s', '%s'), SUM, DESC)".formatted(schema, filter, statistic))
        .usingMetrics(Map.of())
        .label("")
        .build();
  }
}
