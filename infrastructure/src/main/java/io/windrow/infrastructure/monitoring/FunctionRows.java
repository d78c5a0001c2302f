package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.AVERAGE;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofFunction;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofMapping;
import static io.windrow.infrastructure.monitoring.Widgets.labeled;

import io.windrow.functions.telemetry.FunctionMetric;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;

/** The rows of the functions and of the mapping that calls one of them. */
final class FunctionRows {
  private static final int THIRD = Widgets.COLUMNS / 3;
  private static final int QUARTER = Widgets.COLUMNS / 4;

  private final Watched watched;
  private final PipelineMetrics metrics;
  private final Thresholds thresholds;

  FunctionRows(Watched watched) {
    this.watched = watched;
    this.metrics = new PipelineMetrics(watched.pipeline());
    this.thresholds = Thresholds.of(watched);
  }

  List<List<IWidget>> rows() {
    return List.of(calls(), resources());
  }

  private List<IWidget> calls() {
    GraphWidget invocations =
        Widgets.graphOf(
                "Invocations and errors",
                THIRD,
                labeled(ofFunction(watched.process(), "Invocations", SUM), "process"),
                labeled(ofFunction(watched.settle(), "Invocations", SUM), "settle"))
            .right(
                List.of(
                    labeled(ofFunction(watched.process(), "Errors", SUM), "process errors"),
                    labeled(ofFunction(watched.settle(), "Errors", SUM), "settle errors")))
            .build();
    return List.of(invocations, failures(), durations());
  }

  private GraphWidget failures() {
    String mapping = watched.mapping();
    return Widgets.graph(
        "Records failed and given up, faults retried",
        THIRD,
        labeled(ofMapping(mapping, "FailedInvokeEventCount", SUM), "failed, and tried again"),
        labeled(ofMapping(mapping, "DroppedEventCount", SUM), "given up"),
        labeled(
            ofMapping(mapping, "OnFailureDestinationDeliveredEventCount", SUM),
            "given up, in the bucket"),
        labeled(
            ofFunction(watched.process(), "DestinationDeliveryFailures", SUM),
            "given up, and not put into the bucket"),
        labeled(metrics.of(FunctionMetric.RETRIED_FAULTS, SUM), "faults retried"));
  }

  private GraphWidget durations() {
    return Widgets.times(
            TimeUnit.SECONDS,
            "Duration",
            THIRD,
            duration("process", watched.process(), "p50"),
            duration("process", watched.process(), "p99"),
            duration("settle", watched.settle(), "p50"),
            duration("settle", watched.settle(), "p99"))
        .leftAnnotations(
            List.of(
                Widgets.threshold(
                    TimeUnit.SECONDS, thresholds.durationMillis(watched.process().timeout())),
                Widgets.threshold(
                    TimeUnit.SECONDS, thresholds.durationMillis(watched.settle().timeout()))))
        .build();
  }

  private static IMetric duration(String name, Watched.Function function, String statistic) {
    return Widgets.in(
        TimeUnit.SECONDS,
        name + "_" + statistic,
        name + " " + statistic,
        ofFunction(function, "Duration", statistic));
  }

  private List<IWidget> resources() {
    return List.of(
        Widgets.graph(
            "Concurrency",
            QUARTER,
            labeled(ofFunction(watched.process(), "ConcurrentExecutions", MAXIMUM), "process"),
            labeled(ofFunction(watched.settle(), "ConcurrentExecutions", MAXIMUM), "settle")),
        Widgets.graph(
            "Records a batch", QUARTER, metrics.of(FunctionMetric.RECORDS_PER_BATCH, AVERAGE)),
        reported(
            "Memory used by process, MB",
            "max(record.metrics.maxMemoryUsedMB) as used, max(record.metrics.memorySizeMB) as"
                + " size"),
        reported(
            "Init and restore, seconds",
            "max(record.metrics.initDurationMs) / 1000 as init,"
                + " max(record.metrics.restoreDurationMs) / 1000 as restore"));
  }

  /** Lambda publishes no metric of these, but reports them in the log. */
  private IWidget reported(String title, String statistics) {
    return Widgets.log(
        title,
        QUARTER,
        LogQueryVisualizationType.LINE,
        watched.process().logs(),
        "filter type = 'platform.report'",
        "stats " + statistics + " by bin(5m)");
  }
}
