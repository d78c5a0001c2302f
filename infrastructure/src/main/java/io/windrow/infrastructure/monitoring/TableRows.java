package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.AVERAGE;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofOperation;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofTable;
import static io.windrow.infrastructure.monitoring.Widgets.labeled;

import io.windrow.functions.telemetry.FunctionMetric;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** The rows of the tables. */
final class TableRows {
  private static final int THIRD = Widgets.COLUMNS / 3;

  private final Watched watched;
  private final PipelineMetrics metrics;

  TableRows(Watched watched) {
    this.watched = watched;
    this.metrics = new PipelineMetrics(watched.pipeline());
  }

  List<List<IWidget>> rows() {
    return List.of(units(), commits());
  }

  private List<IWidget> units() {
    return List.of(
        ofBoth("Write units", "ConsumedWriteCapacityUnits"),
        ofBoth("Read units", "ConsumedReadCapacityUnits"),
        Widgets.graph(
            "Table throttles",
            THIRD,
            labeled(ofTable(watched.state(), "WriteThrottleEvents", SUM), "state writes"),
            labeled(ofTable(watched.state(), "ReadThrottleEvents", SUM), "state reads"),
            labeled(ofTable(watched.results(), "WriteThrottleEvents", SUM), "results writes")));
  }

  private IWidget ofBoth(String title, String metric) {
    return Widgets.graph(
        title,
        THIRD,
        labeled(ofTable(watched.state(), metric, SUM), "state"),
        labeled(ofTable(watched.results(), metric, SUM), "results"));
  }

  private List<IWidget> commits() {
    return List.of(
        Widgets.graphOf(
                "Put latency, ms",
                THIRD,
                labeled(putLatency(AVERAGE), "average"),
                labeled(putLatency("p99"), "p99"))
            .leftAnnotations(List.of(Widgets.line("alarm", TableAlarms.SLOW_PUT_MILLIS)))
            .build(),
        Widgets.graph(
            "Commit size",
            THIRD,
            metrics.of(FunctionMetric.COMMIT_SIZE, AVERAGE),
            metrics.of(FunctionMetric.COMMIT_SIZE, MAXIMUM)),
        Widgets.graph(
            "Conflicts, redelivered, partial batches",
            THIRD,
            metrics.of(FunctionMetric.CONFLICTS, SUM),
            metrics.of(FunctionMetric.REDELIVERED, SUM),
            metrics.of(FunctionMetric.PARTIAL_BATCHES, SUM)));
  }

  private Metric putLatency(String statistic) {
    return ofOperation(watched.state(), "PutItem", "SuccessfulRequestLatency", statistic);
  }
}
