package io.windrow.infrastructure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.EventSourceMappingProps;
import software.amazon.awscdk.services.lambda.IEventSourceDlq;
import software.amazon.awscdk.services.lambda.MetricType;
import software.amazon.awscdk.services.lambda.MetricsConfig;
import software.amazon.awscdk.services.lambda.eventsources.S3OnFailureDestination;

/** What the mapping from the stream must be, whatever its owner overrides. */
final class MappingRules {
  private static final int UNLIMITED = -1;

  private MappingRules() {}

  /**
   * Refuses what would lose or repeat records, or let them out of all counts.
   *
   * @param set the properties as Windrow sets them
   * @throws IllegalArgumentException when there is such
   */
  static void require(EventSourceMappingProps set, EventSourceMappingProps asked) {
    OverrideCheck check = new OverrideCheck("overrideMapping");
    requireOneReader(check, asked);
    requireNothingGivenUp(check, asked);
    requirePlace(check, set, asked);
    check.end();
  }

  private static void requireOneReader(OverrideCheck check, EventSourceMappingProps asked) {
    Number lanes = asked.getParallelizationFactor();
    check
        .refuseIf(
            lanes != null && lanes.intValue() != 1,
            "parallelizationFactor",
            lanes,
            "each of several readers of a shard drops what the commits of the others have passed;"
                + " add shards instead")
        .mustBeAbsent(
            asked.getTumblingWindow(),
            "tumblingWindow",
            "Lambda would expect state in each answer, and Process keeps its own; windows are said"
                + " in the definition")
        .mustBeAbsent(
            asked.getFilters(),
            "filters",
            "records that are left out are in no count; say keep in the definition, which counts"
                + " them");
  }

  private static void requireNothingGivenUp(OverrideCheck check, EventSourceMappingProps asked) {
    Number retries = asked.getRetryAttempts();
    check
        .refuseIf(
            retries != null && retries.intValue() != UNLIMITED,
            "retryAttempts",
            retries,
            "an outage that outlasts the retries drops records, which are in no count then")
        .mustBeAbsent(
            asked.getMaxRecordAge(),
            "maxRecordAge",
            "an outage that lasts so long drops records, which are in no count then")
        .mustBe(
            true,
            asked.getReportBatchItemFailures(),
            "reportBatchItemFailures",
            "Lambda takes a batch that Process answers as failed for done, and never sends it"
                + " again")
        .mustBe(
            true,
            asked.getBisectBatchOnError(),
            "bisectBatchOnError",
            "a record that kills the function is never found among the others, and its shard stands"
                + " still")
        .refuseIf(
            !keepsRecords(asked.getOnFailure()),
            "onFailure",
            asked.getOnFailure(),
            "what Lambda can't deliver, as a batch above 6 MB, is kept whole in a bucket only;"
                + " queues and topics get its place");
  }

  private static boolean keepsRecords(@Nullable IEventSourceDlq destination) {
    return destination instanceof QuarantineDestination
        || destination instanceof S3OnFailureDestination;
  }

  private static void requirePlace(
      OverrideCheck check, EventSourceMappingProps set, EventSourceMappingProps asked) {
    check
        .mustBe(
            set.getStartingPosition(),
            asked.getStartingPosition(),
            "startingPosition",
            "the ledgers begin where the definition says; LATEST passes records by while a mapping"
                + " is made or changed, so say start: latest in the definition")
        .mustBe(
            set.getStartingPositionTimestamp(),
            asked.getStartingPositionTimestamp(),
            "startingPositionTimestamp",
            "the ledgers begin where the definition says; say start in the definition")
        .mustBe(
            set.getEventSourceArn(),
            asked.getEventSourceArn(),
            "eventSourceArn",
            "Settle asks the stream of the definition for records; name the other one there, or by"
                + " stream(...)")
        .mustBe(
            set.getTarget().getFunctionArn(),
            asked.getTarget().getFunctionArn(),
            "target",
            "only Process writes the ledgers, by its alias")
        .refuseIf(
            !countsEvents(asked.getMetricsConfig()),
            "metricsConfig",
            asked.getMetricsConfig(),
            "without EventCount the alarms of records given up and of failed invocations have no"
                + " metrics");
  }

  private static boolean countsEvents(@Nullable MetricsConfig config) {
    return config != null && List.copyOf(config.getMetrics()).contains(MetricType.EVENT_COUNT);
  }
}
