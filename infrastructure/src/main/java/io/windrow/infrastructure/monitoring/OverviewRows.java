package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;

import io.windrow.functions.telemetry.Dimension;
import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.infrastructure.template.Sorted;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.TextWidget;

/** The rows that say whether the pipeline is well: alarms, numbers, verdicts. */
final class OverviewRows {
  private static final int TITLE_HEIGHT = 4;

  private final Watched watched;
  private final PipelineAlarms alarms;
  private final PipelineMetrics metrics;

  OverviewRows(Watched watched, PipelineAlarms alarms) {
    this.watched = watched;
    this.alarms = alarms;
    this.metrics = new PipelineMetrics(watched.pipeline());
  }

  List<List<IWidget>> rows() {
    return List.of(title(), numbers(), verdicts(), lastRejects());
  }

  private List<IWidget> title() {
    TextWidget text =
        TextWidget.Builder.create()
            .markdown(
                "# %s\nStream `%s`. What to do when an alarm fires: %s"
                    .formatted(watched.pipeline(), watched.stream().name(), watched.runbook()))
            .width(Widgets.COLUMNS / 3)
            .height(TITLE_HEIGHT)
            .build();
    AlarmStatusWidget status =
        AlarmStatusWidget.Builder.create()
            .title("Alarms")
            .alarms(
                Stream.concat(Stream.of((IAlarm) alarms.health()), alarms.all().stream()).toList())
            .width(Widgets.COLUMNS * 2 / 3)
            .height(TITLE_HEIGHT)
            .build();
    return List.of(text, status);
  }

  private List<IWidget> numbers() {
    return List.of(
        Widgets.number(
            "Received a second",
            5,
            Widgets.perSecond("received", metrics.of(FunctionMetric.RECEIVED, SUM))),
        Widgets.number("Accepted, percent", 5, acceptedPercent()),
        Widgets.number(
            "Freshness, seconds",
            5,
            Widgets.in(
                TimeUnit.SECONDS,
                "freshness",
                "age of the youngest event",
                metrics.of(FunctionMetric.FRESHNESS, MAXIMUM))),
        Widgets.number(
            "Oldest open window, minutes",
            5,
            Widgets.in(
                TimeUnit.MINUTES,
                "oldest",
                "since its end",
                metrics.of(FunctionMetric.OLDEST_OPEN_WINDOW, MAXIMUM))),
        Widgets.number("Quarantined", 4, metrics.of(FunctionMetric.QUARANTINED, SUM)));
  }

  private MathExpression acceptedPercent() {
    return MathExpression.Builder.create()
        .expression("100 * accepted / received")
        .usingMetrics(
            Sorted.map(
                "accepted", metrics.of(FunctionMetric.ACCEPTED, SUM),
                "received", metrics.of(FunctionMetric.RECEIVED, SUM)))
        .label("accepted")
        .period(PipelineMetrics.PERIOD)
        .build();
  }

  private List<IWidget> verdicts() {
    IMetric[] verdicts =
        Stream.of(
                FunctionMetric.ACCEPTED,
                FunctionMetric.FILTERED,
                FunctionMetric.REJECTED,
                FunctionMetric.LATE)
            .map(metric -> metrics.of(metric, SUM))
            .toArray(IMetric[]::new);
    GraphWidget stacked = Widgets.graphOf("Verdicts", 12, verdicts).stacked(true).build();
    return List.of(stacked, Widgets.graph("Rejects by reason", 12, rejectsByReason()));
  }

  /** What OperatorLog writes: a position, never a payload. */
  private List<IWidget> lastRejects() {
    return List.of(
        Widgets.log(
            "Last records rejected or late",
            Widgets.COLUMNS,
            LogQueryVisualizationType.TABLE,
            watched.process().logs(),
            "fields @timestamp, verdict, reason, pointer, detail, shard, sequence, subSequence",
            "filter ispresent(verdict)",
            "sort @timestamp desc",
            "limit 20"));
  }

  private MathExpression rejectsByReason() {
    String schema =
        "%s,%s,%s"
            .formatted(
                FunctionMetric.NAMESPACE, Dimension.PIPELINE.text(), Dimension.REASON.text());
    String filter =
        "MetricName=\"%s\" %s=\"%s\""
            .formatted(
                FunctionMetric.REJECTS.text(), Dimension.PIPELINE.text(), watched.pipeline());
    return Widgets.search(schema, filter, SUM);
  }
}
