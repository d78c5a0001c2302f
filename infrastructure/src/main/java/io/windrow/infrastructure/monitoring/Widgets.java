package io.windrow.infrastructure.monitoring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.SingleValueWidget;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;
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

  /**
   * A metric of milliseconds in a unit that people read.
   *
   * @param id names it in its graph
   */
  static MathExpression in(TimeUnit unit, String id, String label, Metric millis) {
    return MathExpression.Builder.create()
        .expression("%s / %d".formatted(id, unit.toMillis(1)))
        .usingMetrics(Map.of(id, millis))
        .label(label)
        .period(PipelineMetrics.PERIOD)
        .build();
  }

  /** A graph of times in a unit, from 0 on. */
  static GraphWidget.Builder times(TimeUnit unit, String title, int width, IMetric... metrics) {
    return graphOf(title, width, metrics)
        .leftYAxis(
            YAxisProps.builder()
                .label(unit.name().toLowerCase(Locale.ROOT))
                .min(0)
                .showUnits(false)
                .build());
  }

  /** A line across a graph. */
  static HorizontalAnnotation line(String label, double value) {
    return HorizontalAnnotation.builder().label(label).value(value).build();
  }

  /** A line at a threshold of an alarm, in a unit of time. */
  static HorizontalAnnotation threshold(TimeUnit unit, double millis) {
    return line("alarm", millis / unit.toMillis(1));
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
