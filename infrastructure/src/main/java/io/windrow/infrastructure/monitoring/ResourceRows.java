package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.AVERAGE;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofConsumer;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofFunction;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofOperation;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofStream;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofTable;
import static io.windrow.infrastructure.monitoring.Widgets.labeled;

import io.windrow.functions.telemetry.FunctionMetric;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.HorizontalAnnotation;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** The rows of stream, functions and tables. */
final class ResourceRows {
  private static final int THIRD = Widgets.COLUMNS / 3;
  private static final int QUARTER = Widgets.COLUMNS / 4;

  /** Of five in a row; the last has what they leave. */
  private static final int FIFTH = 5;

  private static final int LAST_FIFTH = Widgets.COLUMNS - 4 * FIFTH;

  /** Amazon Kinesis Developer Guide, "Quotas and limits". */
  private static final int SHARD_BYTES_A_SECOND = 1 << 20;

  private final Watched watched;
  private final PipelineMetrics metrics;

  ResourceRows(Watched watched) {
    this.watched = watched;
    this.metrics = new PipelineMetrics(watched.pipeline());
  }

  List<List<IWidget>> rows() {
    return List.of(stream(), functions(), tables());
  }

  private List<IWidget> stream() {
    Watched.Stream stream = watched.stream();
    if (!stream.owner().showsMetrics()) {
      return List.of(iteratorAge(Widgets.COLUMNS, List.of(functionsAge())));
    }
    return List.of(
        incoming(stream),
        iteratorAge(THIRD, List.of(functionsAge(), streamsAge(stream))),
        Widgets.graph(
            "Stream throttles",
            THIRD,
            ofStream(stream, "WriteProvisionedThroughputExceeded", SUM),
            ofStream(stream, "ReadProvisionedThroughputExceeded", SUM)));
  }

  /** Only of shards that are provisioned is the limit known here. */
  private static GraphWidget incoming(Watched.Stream stream) {
    GraphWidget.Builder graph =
        Widgets.graphOf(
            "Incoming bytes a second",
            THIRD,
            Widgets.perSecond("bytes", ofStream(stream, "IncomingBytes", SUM)));
    graph.right(List.of(Widgets.perSecond("records", ofStream(stream, "IncomingRecords", SUM))));
    Integer shards = stream.shards();
    if (shards != null) {
      graph.leftAnnotations(
          List.of(line("the shards' limit", (double) shards * SHARD_BYTES_A_SECOND)));
    }
    return graph.build();
  }

  private IMetric functionsAge() {
    return ofFunction(watched.process(), "IteratorAge", MAXIMUM);
  }

  private static IMetric streamsAge(Watched.Stream stream) {
    String consumer = stream.consumer();
    return consumer == null
        ? ofStream(stream, "GetRecords.IteratorAgeMilliseconds", MAXIMUM)
        : ofConsumer(stream.name(), consumer, "SubscribeToShardEvent.MillisBehindLatest", MAXIMUM);
  }

  private GraphWidget iteratorAge(int width, List<IMetric> ages) {
    Duration retention = watched.stream().retention();
    return Widgets.graphOf("Iterator age", width, ages.toArray(IMetric[]::new))
        .leftAnnotations(List.of(line("retention", retention.toMilliseconds().doubleValue())))
        .build();
  }

  private static HorizontalAnnotation line(String label, double value) {
    return HorizontalAnnotation.builder().label(label).value(value).build();
  }

  private List<IWidget> functions() {
    return List.of(
        Widgets.graphOf(
                "Invocations and errors",
                QUARTER,
                labeled(ofFunction(watched.process(), "Invocations", SUM), "process"),
                labeled(ofFunction(watched.settle(), "Invocations", SUM), "settle"))
            .right(
                List.of(
                    labeled(ofFunction(watched.process(), "Errors", SUM), "process errors"),
                    labeled(ofFunction(watched.settle(), "Errors", SUM), "settle errors")))
            .build(),
        Widgets.graph(
            "Duration",
            QUARTER,
            labeled(ofFunction(watched.process(), "Duration", "p50"), "process p50"),
            labeled(ofFunction(watched.process(), "Duration", "p99"), "process p99"),
            labeled(ofFunction(watched.settle(), "Duration", "p50"), "settle p50"),
            labeled(ofFunction(watched.settle(), "Duration", "p99"), "settle p99")),
        Widgets.graph(
            "Records a batch", QUARTER, metrics.of(FunctionMetric.RECORDS_PER_BATCH, AVERAGE)),
        coldStarts());
  }

  /** Lambda publishes no metric of either, but reports them in the log. */
  private IWidget coldStarts() {
    return Widgets.log(
        "Init and restore, ms",
        QUARTER,
        LogQueryVisualizationType.LINE,
        watched.process().logs(),
        "filter type = 'platform.report'",
        "stats max(record.metrics.initDurationMs) as init,"
            + " max(record.metrics.restoreDurationMs) as restore by bin(5m)");
  }

  private List<IWidget> tables() {
    return List.of(
        Widgets.graph(
            "Write units",
            FIFTH,
            labeled(ofTable(watched.state(), "ConsumedWriteCapacityUnits", SUM), "state"),
            labeled(ofTable(watched.results(), "ConsumedWriteCapacityUnits", SUM), "results")),
        Widgets.graph(
            "Table throttles",
            FIFTH,
            labeled(ofTable(watched.state(), "WriteThrottleEvents", SUM), "state writes"),
            labeled(ofTable(watched.state(), "ReadThrottleEvents", SUM), "state reads"),
            labeled(ofTable(watched.results(), "WriteThrottleEvents", SUM), "results writes")),
        Widgets.graph(
            "Put latency",
            FIFTH,
            labeled(putLatency(AVERAGE), "average"),
            labeled(putLatency("p99"), "p99")),
        Widgets.graph(
            "Commit size",
            FIFTH,
            metrics.of(FunctionMetric.COMMIT_SIZE, AVERAGE),
            metrics.of(FunctionMetric.COMMIT_SIZE, MAXIMUM)),
        Widgets.graph(
            "Conflicts, redelivered",
            LAST_FIFTH,
            metrics.of(FunctionMetric.CONFLICTS, SUM),
            metrics.of(FunctionMetric.REDELIVERED, SUM)));
  }

  private Metric putLatency(String statistic) {
    return ofOperation(watched.state(), "PutItem", "SuccessfulRequestLatency", statistic);
  }
}
