package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofFunction;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofMapping;

import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.infrastructure.template.Sorted;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/**
 * Alarms of the event source mapping: what it gave up, and what fails again and again. A batch that
 * a function answers as failed is no error of the function, so that Lambda's own metrics of it show
 * nothing (AWS Lambda Developer Guide, "Event source mapping metrics").
 */
final class MappingAlarms {
  private static final int WARN_MINUTES = 5;
  private static final int WARN_OUT_OF = 10;
  private static final int LASTING_MINUTES = 15;
  private static final int LASTING_OUT_OF = 20;

  private final Watched watched;
  private final PipelineMetrics metrics;
  private final Thresholds thresholds;

  MappingAlarms(Watched watched) {
    this.watched = watched;
    this.metrics = new PipelineMetrics(watched.pipeline());
    this.thresholds = Thresholds.of(watched);
  }

  /** Those that name the mapping, and so are made after it. */
  List<AlarmRow> rows() {
    return List.of(
        givenUp(
            "DroppedRecords",
            ofMapping(watched.mapping(), "DroppedEventCount", SUM),
            "The mapping has given up records and kept them nowhere. They are in no count."),
        givenUp(
            "DivertedRecords",
            ofMapping(watched.mapping(), "OnFailureDestinationDeliveredEventCount", SUM),
            "The mapping has given up records and put them into the quarantine bucket. They are in"
                + " no count."),
        warnsOf("FailedInvokes", RunbookSection.FAILED_INVOCATIONS, failedOtherwise(), FAILING),
        lasting(
            "FailedInvokesLast", RunbookSection.FAILED_INVOCATIONS, failedOtherwise(), FAILING));
  }

  private static final String FAILING =
      "Batches fail again and again, and their shards wait for them.";

  /** Those of the same way that need no mapping. */
  List<AlarmRow> rowsOfFunction() {
    IMetric faults = metrics.of(FunctionMetric.RETRIED_FAULTS, SUM);
    String says =
        "Process can't reach what it needs, or is throttled, and batches are tried again.";
    return List.of(
        givenUp(
            "DestinationFailures",
            ofFunction(watched.process(), "DestinationDeliveryFailures", SUM),
            "Lambda could not put records that the mapping gave up into the quarantine bucket. They"
                + " are lost when the stream deletes them."),
        warnsOf("RetriedFaults", RunbookSection.RETRIED_FAULTS, faults, says),
        lasting("RetriedFaultsLast", RunbookSection.RETRIED_FAULTS, faults, says));
  }

  private static AlarmRow givenUp(String id, IMetric metric, String says) {
    return AlarmRow.warns(id, RunbookSection.DROPPED_RECORDS, metric, 0, 1, says).paging();
  }

  private AlarmRow warnsOf(String id, RunbookSection section, IMetric metric, String says) {
    return AlarmRow.warns(id, section, metric, 0, thresholds.minutes(WARN_MINUTES), says)
        .outOf(thresholds.minutes(WARN_OUT_OF));
  }

  private AlarmRow lasting(String id, RunbookSection section, IMetric metric, String says) {
    return AlarmRow.warns(id, section, metric, 0, thresholds.minutes(LASTING_MINUTES), says)
        .outOf(thresholds.minutes(LASTING_OUT_OF))
        .paging();
  }

  /**
   * Events of failed calls, but for minutes in which a fault was retried, which has its own alarm.
   */
  private MathExpression failedOtherwise() {
    return MathExpression.Builder.create()
        .expression("IF(FILL(faults, 0) > 0, 0, failed)")
        .usingMetrics(
            Sorted.map(
                "failed", ofMapping(watched.mapping(), "FailedInvokeEventCount", SUM),
                "faults", metrics.of(FunctionMetric.RETRIED_FAULTS, SUM)))
        .label("failed events")
        .period(PipelineMetrics.PERIOD)
        .build();
  }
}
