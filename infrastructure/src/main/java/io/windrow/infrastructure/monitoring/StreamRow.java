package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofConsumer;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofFunction;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofStream;

import io.windrow.functions.telemetry.FunctionMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;

/** The row of the stream: what comes, how long it waits, what is throttled. */
final class StreamRow {
  private static final int THIRD = Widgets.COLUMNS / 3;

  /** Amazon Kinesis Developer Guide, "Quotas and limits". */
  private static final int SHARD_BYTES_A_SECOND = 1 << 20;

  private final Watched watched;
  private final Watched.Stream stream;
  private final Thresholds thresholds;

  StreamRow(Watched watched) {
    this.watched = watched;
    this.stream = watched.stream();
    this.thresholds = Thresholds.of(watched);
  }

  List<IWidget> row() {
    if (!stream.owner().showsMetrics()) {
      return List.of(ages(Widgets.COLUMNS));
    }
    return List.of(
        incoming(),
        ages(THIRD),
        Widgets.graph(
            "Stream throttles",
            THIRD,
            ofStream(stream, "WriteProvisionedThroughputExceeded", SUM),
            ofStream(stream, "ReadProvisionedThroughputExceeded", SUM)));
  }

  /** Only of shards that are provisioned is the limit known here. */
  private GraphWidget incoming() {
    GraphWidget.Builder graph =
        Widgets.graphOf(
            "Incoming bytes a second",
            THIRD,
            Widgets.perSecond("bytes", ofStream(stream, "IncomingBytes", SUM)));
    graph.right(List.of(Widgets.perSecond("records", ofStream(stream, "IncomingRecords", SUM))));
    Integer shards = stream.shards();
    if (shards != null) {
      graph.leftAnnotations(
          List.of(Widgets.line("the shards' limit", (double) shards * SHARD_BYTES_A_SECOND)));
    }
    return graph.build();
  }

  private GraphWidget ages(int width) {
    List<IMetric> ages = new ArrayList<>();
    ages.add(
        Widgets.in(
            TimeUnit.MINUTES,
            "function",
            "of what the function reads",
            ofFunction(watched.process(), "IteratorAge", MAXIMUM)));
    ages.add(
        Widgets.in(
            TimeUnit.MINUTES,
            "waiting",
            "of what waits and holds windows open",
            new PipelineMetrics(watched.pipeline()).of(FunctionMetric.WAITING_AGE, MAXIMUM)));
    if (stream.owner().showsMetrics()) {
      ages.add(ofStreamsReaders());
    }
    return Widgets.times(TimeUnit.MINUTES, "Age of records", width, ages.toArray(IMetric[]::new))
        .leftAnnotations(
            List.of(
                Widgets.threshold(TimeUnit.MINUTES, thresholds.lagMillis()),
                Widgets.threshold(
                    TimeUnit.MINUTES, thresholds.iteratorAgeMillis(stream.retention())),
                Widgets.line("retention", stream.retention().toMinutes().doubleValue())))
        .build();
  }

  private IMetric ofStreamsReaders() {
    String consumer = stream.consumer();
    return consumer == null
        ? Widgets.in(
            TimeUnit.MINUTES,
            "stream",
            "of what the stream's readers read",
            ofStream(stream, "GetRecords.IteratorAgeMilliseconds", MAXIMUM))
        : Widgets.in(
            TimeUnit.MINUTES,
            "consumer",
            "of what the consumer has yet to read",
            ofConsumer(
                stream.name(), consumer, "SubscribeToShardEvent.MillisBehindLatest", MAXIMUM));
  }
}
