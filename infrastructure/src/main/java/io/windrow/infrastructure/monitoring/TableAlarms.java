package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.AVERAGE;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofOperation;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofOperations;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofTable;

import java.util.List;
import java.util.stream.Stream;

/** Alarms of the two tables. */
final class TableAlarms {
  private static final int THROTTLE_MINUTES = 5;
  private static final int ERROR_MINUTES = 15;
  private static final int LATENCY_MINUTES = 10;
  static final double SLOW_PUT_MILLIS = 50;

  private final Watched watched;
  private final Thresholds thresholds;

  TableAlarms(Watched watched) {
    this.watched = watched;
    this.thresholds = Thresholds.of(watched);
  }

  List<AlarmRow> rows() {
    return Stream.of(rows("State", watched.state()), rows("Results", watched.results()))
        .flatMap(List::stream)
        .toList();
  }

  private List<AlarmRow> rows(String name, Watched.Table table) {
    return List.of(
        throttles(name + "WriteThrottles", table, "WriteThrottleEvents"),
        throttles(name + "ReadThrottles", table, "ReadThrottleEvents"),
        AlarmRow.warns(
            name + "SystemErrors",
            RunbookSection.TABLE_ERRORS,
            ofOperations(table, "SystemErrors"),
            0,
            thresholds.minutes(ERROR_MINUTES),
            "DynamoDB answers with errors of its own."),
        AlarmRow.warns(
            name + "PutLatency",
            RunbookSection.TABLE_LATENCY,
            ofOperation(table, "PutItem", "SuccessfulRequestLatency", AVERAGE),
            SLOW_PUT_MILLIS,
            thresholds.minutes(LATENCY_MINUTES),
            "DynamoDB takes long to put an item."));
  }

  private AlarmRow throttles(String id, Watched.Table table, String metric) {
    return AlarmRow.warns(
        id,
        RunbookSection.TABLE_THROTTLES,
        ofTable(table, metric, SUM),
        0,
        thresholds.minutes(THROTTLE_MINUTES),
        "DynamoDB throttles the pipeline.");
  }
}
