package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;

import io.windrow.functions.telemetry.Dimension;
import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.functions.telemetry.ValueMetric;
import io.windrow.plan.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** The rows of event time and results, a row a view. */
final class DataRows {
  private static final int THIRD = Widgets.COLUMNS / 3;

  private final Watched watched;
  private final PipelineMetrics metrics;

  DataRows(Watched watched) {
    this.watched = watched;
    this.metrics = new PipelineMetrics(watched.pipeline());
  }

  List<List<IWidget>> views() {
    return watched.definition().views().stream().map(this::view).toList();
  }

  private List<IWidget> view(ViewDefinition view) {
    String name = view.name();
    return List.of(
        Widgets.times(
                TimeUnit.MINUTES,
                name + ": watermark and frontier lag",
                THIRD,
                minutes("watermark", metrics.of(FunctionMetric.WATERMARK_LAG, MAXIMUM)),
                minutes("frontier", metrics.of(FunctionMetric.FRONTIER_LAG, name, MAXIMUM)))
            .build(),
        Widgets.times(
                TimeUnit.MINUTES,
                name + ": window delay",
                THIRD,
                minutes("delay", metrics.of(FunctionMetric.WINDOW_DELAY, name, MAXIMUM)))
            .leftAnnotations(
                List.of(
                    Widgets.threshold(
                        TimeUnit.MINUTES, Thresholds.of(watched).windowDelayMillis())))
            .build(),
        Widgets.graph(name + ": late", THIRD, metrics.of(FunctionMetric.LATE_BY_VIEW, name, SUM)));
  }

  private static MathExpression minutes(String id, Metric millis) {
    return Widgets.in(TimeUnit.MINUTES, id, id, millis);
  }

  List<List<IWidget>> results() {
    List<List<IWidget>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Widgets.graph("Results", Widgets.COLUMNS, metrics.of(FunctionMetric.RESULTS, SUM))));
    watched.definition().views().stream()
        .filter(view -> view.metric() != null)
        .map(this::values)
        .forEach(rows::add);
    return rows;
  }

  private List<IWidget> values(ViewDefinition view) {
    return List.of(
        Widgets.graph(view.name() + ": values of its greatest groups", Widgets.COLUMNS, all(view)));
  }

  private MathExpression all(ViewDefinition view) {
    String schema =
        ValueMetric.DIMENSIONS.stream()
            .map(Dimension::text)
            .collect(Collectors.joining(",", "\"" + ValueMetric.NAMESPACE + "\",", ""));
    String filter =
        "%s=\"%s\" %s=\"%s\""
            .formatted(
                Dimension.PIPELINE.text(), watched.pipeline(), Dimension.VIEW.text(), view.name());
    return Widgets.search(schema, filter, MAXIMUM);
  }
}
