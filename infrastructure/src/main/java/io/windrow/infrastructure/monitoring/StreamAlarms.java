package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.AVERAGE;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofConsumer;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofFunction;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofStream;

import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.infrastructure.template.Sorted;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/** Alarms of the way from the stream to the function that commits. */
final class StreamAlarms {
  private static final int FIVE_MINUTES = 5;
  private static final int QUARTER_OF_AN_HOUR = 15;
  private static final double THROTTLED_SHARE = 0.01;
  private static final Duration FIVE_MINUTES_EACH = Duration.minutes(FIVE_MINUTES);
  private static final int THREE_PERIODS = 3;

  private final Watched watched;
  private final Watched.Stream stream;
  private final PipelineMetrics metrics;
  private final Thresholds thresholds;

  StreamAlarms(Watched watched) {
    this.watched = watched;
    this.stream = watched.stream();
    this.metrics = new PipelineMetrics(watched.pipeline());
    this.thresholds = Thresholds.of(watched);
  }

  List<AlarmRow> rows() {
    List<AlarmRow> rows = new ArrayList<>(lag());
    if (stream.owner().showsMetrics()) {
      rows.add(throttles("WriteThrottles", "WriteProvisionedThroughputExceeded", "puts"));
      rows.add(throttles("ReadThrottles", "ReadProvisionedThroughputExceeded", "reads"));
    }
    if (stream.owner().isPipeline()) {
      rows.add(failedPuts());
    }
    return rows;
  }

  /**
   * Each kind of reader is seen by another metric. The stream's iterator age is of no use to others
   * than a sole reader: a consumer of fan-out gets no records by GetRecords, and others' calls
   * count too. So do those of Settle, which probes shards that hold windows open: while it does, a
   * mapping that has stopped is told by the age of what it probes, and not by silence.
   */
  private List<AlarmRow> lag() {
    String consumer = stream.consumer();
    if (consumer == null && !stream.owner().shares()) {
      return List.of(soleReaderLag(), soleReader());
    }
    List<AlarmRow> rows = new ArrayList<>();
    if (consumer != null) {
      rows.add(consumerLag(consumer));
    }
    if (stream.owner().shares()) {
      rows.add(functionLag());
    }
    if (stream.owner().showsMetrics()) {
      rows.add(unread());
    }
    rows.add(waitingRecords());
    rows.add(functionFarBehind());
    return rows;
  }

  private AlarmRow soleReaderLag() {
    return AlarmRow.warns(
        "ConsumerLag",
        RunbookSection.CONSUMER_LAG,
        ofStream(stream, "GetRecords.IteratorAgeMilliseconds", MAXIMUM),
        thresholds.lagMillis(),
        thresholds.minutes(FIVE_MINUTES),
        "The pipeline reads its stream minutes after records arrive.");
  }

  private AlarmRow soleReader() {
    return AlarmRow.warns(
            "IteratorAge",
            RunbookSection.ITERATOR_AGE,
            ofStream(stream, "GetRecords.IteratorAgeMilliseconds", MAXIMUM),
            thresholds.iteratorAgeMillis(stream.retention()),
            thresholds.minutes(QUARTER_OF_AN_HOUR),
            "Records wait in the stream for so long that some may expire unread, or nobody reads.")
        .alarmedBySilence()
        .paging();
  }

  private AlarmRow functionLag() {
    return AlarmRow.warns(
        "FunctionLag",
        RunbookSection.CONSUMER_LAG,
        ofFunction(watched.process(), "IteratorAge", MAXIMUM),
        thresholds.lagMillis(),
        thresholds.minutes(FIVE_MINUTES),
        "The pipeline reads its shared stream minutes after records arrive.");
  }

  /** Settle sees these, so the alarm also fires where nobody calls the function that reads. */
  private AlarmRow waitingRecords() {
    return AlarmRow.warns(
        "WaitingRecords",
        RunbookSection.CONSUMER_LAG,
        metrics.of(FunctionMetric.WAITING_AGE, MAXIMUM),
        thresholds.lagMillis(),
        thresholds.minutes(FIVE_MINUTES),
        "Records have waited for minutes in shards that hold windows open.");
  }

  /** Other readers' calls keep the stream's metrics alive, so a disabled mapping is not silent. */
  private AlarmRow unread() {
    MathExpression unread =
        MathExpression.Builder.create()
            .expression("IF(FILL(calls, 0) > 0, 0, incoming)")
            .usingMetrics(
                Sorted.map(
                    "calls", ofFunction(watched.process(), "Invocations", SUM),
                    "incoming", ofStream(stream, "IncomingRecords", SUM)))
            .label("records that come while nobody calls Process")
            .period(FIVE_MINUTES_EACH)
            .build();
    return AlarmRow.warns(
            "Unread",
            RunbookSection.ITERATOR_AGE,
            unread,
            0,
            THREE_PERIODS,
            "Records come into the stream, and for a quarter of an hour nobody has called Process.")
        .paging();
  }

  private AlarmRow functionFarBehind() {
    return AlarmRow.warns(
            "IteratorAge",
            RunbookSection.ITERATOR_AGE,
            ofFunction(watched.process(), "IteratorAge", MAXIMUM),
            thresholds.iteratorAgeMillis(stream.retention()),
            thresholds.minutes(FIVE_MINUTES),
            "Records wait in the stream for so long that some may expire unread.")
        .paging();
  }

  private AlarmRow consumerLag(String consumer) {
    return AlarmRow.warns(
        "ConsumerLag",
        RunbookSection.CONSUMER_LAG,
        ofConsumer(stream.name(), consumer, "SubscribeToShardEvent.MillisBehindLatest", AVERAGE),
        thresholds.lagMillis(),
        thresholds.minutes(FIVE_MINUTES),
        "The pipeline's fan-out consumer is minutes behind the stream.");
  }

  private AlarmRow throttles(String id, String metric, String calls) {
    return AlarmRow.warns(
        id,
        RunbookSection.STREAM_THROTTLES,
        ofStream(stream, metric, AVERAGE),
        THROTTLED_SHARE,
        thresholds.minutes(FIVE_MINUTES),
        "More than one in a hundred " + calls + " of the stream is throttled.");
  }

  private AlarmRow failedPuts() {
    return AlarmRow.warns(
        "FailedPuts",
        RunbookSection.FAILED_PUTS,
        ofStream(stream, "PutRecords.FailedRecords", SUM),
        0,
        thresholds.minutes(FIVE_MINUTES),
        "Kinesis fails to take records that were put.");
  }
}
