package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.ofFunction;

import java.util.List;
import java.util.stream.Stream;

/** Alarms of the functions as Lambda sees them. */
final class FunctionAlarms {
  private static final int ERROR_MINUTES = 3;
  private static final int THROTTLE_MINUTES = 5;
  private static final int DURATION_MINUTES = 15;

  private final Watched watched;
  private final Thresholds thresholds;

  FunctionAlarms(Watched watched) {
    this.watched = watched;
    this.thresholds = Thresholds.of(watched);
  }

  List<AlarmRow> rows() {
    return Stream.of(rows("Process", watched.process()), rows("Settle", watched.settle()))
        .flatMap(List::stream)
        .toList();
  }

  private List<AlarmRow> rows(String name, Watched.Function function) {
    return List.of(
        AlarmRow.warns(
            name + "Errors",
            RunbookSection.FUNCTION_ERRORS,
            ofFunction(function, "Errors", SUM),
            0,
            thresholds.minutes(ERROR_MINUTES),
            "Calls of the function " + name + " fail."),
        AlarmRow.warns(
            name + "Throttles",
            RunbookSection.FUNCTION_THROTTLES,
            ofFunction(function, "Throttles", SUM),
            0,
            thresholds.minutes(THROTTLE_MINUTES),
            "Lambda throttles the function " + name + "."),
        AlarmRow.warns(
            name + "Duration",
            RunbookSection.FUNCTION_DURATION,
            ofFunction(function, "Duration", "p90"),
            thresholds.durationMillis(function.timeout()),
            thresholds.minutes(DURATION_MINUTES),
            "Calls of the function " + name + " come near its time-out."));
  }
}
