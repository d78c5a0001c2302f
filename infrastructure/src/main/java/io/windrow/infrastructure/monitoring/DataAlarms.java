package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;

import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.infrastructure.template.Sorted;
import io.windrow.plan.Definition;
import io.windrow.plan.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/** Alarms of what the functions tell about the data. */
final class DataAlarms {
  private static final int DELAY_MINUTES = 5;
  private static final int SHARE_MINUTES = 2;
  private static final int SHARE_OUT_OF = 10;
  private static final int LEAST_BAD = 10;
  private static final int LEAST_BAD_OF_MOST = 3;
  private static final int FEW = 45;
  private static final double MOST_PERCENT = 50;
  private static final Duration QUARTER_OF_AN_HOUR = Duration.minutes(15);
  private static final double REJECTED_PERCENT = 1;
  private static final double LATE_PERCENT = 0.1;

  private final Definition definition;
  private final PipelineMetrics metrics;
  private final Thresholds thresholds;

  DataAlarms(Watched watched) {
    this.definition = watched.definition();
    this.metrics = new PipelineMetrics(watched.pipeline());
    this.thresholds = Thresholds.of(watched);
  }

  List<AlarmRow> rows() {
    List<AlarmRow> rows =
        new ArrayList<>(definition.views().stream().map(this::windowDelay).toList());
    rows.add(settling());
    rows.add(
        share(
            "Rejected",
            RunbookSection.REJECTED_RECORDS,
            FunctionMetric.REJECTED,
            REJECTED_PERCENT));
    rows.add(mostlyRejected());
    rows.add(fewMostlyRejected());
    rows.add(share("Late", RunbookSection.LATE_RECORDS, FunctionMetric.LATE, LATE_PERCENT));
    rows.add(
        any(
            "Poison",
            RunbookSection.POISON,
            FunctionMetric.POISON,
            "A record kills the function that reads it, and was set aside."));
    rows.add(
        any(
            "LostShards",
            RunbookSection.LOST_SHARDS,
            FunctionMetric.LOST_SHARDS,
            "A shard left the stream with records that were not read."));
    rows.add(
        any(
            "UnbalancedCounts",
            RunbookSection.UNBALANCED_COUNTS,
            FunctionMetric.UNBALANCED_COUNTS,
            "The verdicts of a batch don't add up to its records."));
    rows.add(
        any(
            "DividedShards",
            RunbookSection.DIVIDED_SHARDS,
            FunctionMetric.DIVIDED_SHARDS,
            "Two readers take turns on a shard, or a filter leaves out some of its records."));
    rows.add(
        any(
            "Replaced",
            RunbookSection.REPLACED,
            FunctionMetric.REPLACED,
            "The stream or the state table is another one than before."));
    rows.add(
        any(
            "Misread",
            RunbookSection.MISREAD,
            FunctionMetric.MISREAD,
            "The mapping reads another stream, or has left out records."));
    return rows;
  }

  private AlarmRow windowDelay(ViewDefinition view) {
    return AlarmRow.warns(
            "WindowDelay-" + view.name(),
            RunbookSection.WINDOW_DELAY,
            metrics.of(FunctionMetric.WINDOW_DELAY, view.name(), MAXIMUM),
            thresholds.windowDelayMillis(),
            thresholds.minutes(DELAY_MINUTES),
            "Windows of the view "
                + view.name()
                + " stay open for minutes though they could be closed.")
        .paging();
  }

  /** One alarm for all views: their delays are all silent where settling fails. */
  private AlarmRow settling() {
    return AlarmRow.pagesWhenSilent(
        "Settling",
        RunbookSection.SETTLING,
        metrics.of(FunctionMetric.RESULTS, ServiceMetrics.SAMPLE_COUNT),
        thresholds.minutes(DELAY_MINUTES),
        "Settle has not come to an end for minutes, so no window closes.");
  }

  private AlarmRow share(String id, RunbookSection section, FunctionMetric part, double percent) {
    return AlarmRow.warns(
            id,
            section,
            percentOf(part, LEAST_BAD, PipelineMetrics.PERIOD),
            percent,
            thresholds.minutes(SHARE_MINUTES),
            "More than "
                + percent
                + " percent of the records received are "
                + part.text().toLowerCase(Locale.ROOT)
                + ".")
        .outOf(thresholds.minutes(SHARE_OUT_OF));
  }

  /** A short load too, of which no two minutes are bad. */
  private AlarmRow mostlyRejected() {
    return AlarmRow.warns(
        "MostlyRejected",
        RunbookSection.REJECTED_RECORDS,
        percentOf(FunctionMetric.REJECTED, LEAST_BAD_OF_MOST, PipelineMetrics.PERIOD),
        MOST_PERCENT,
        1,
        "Most records of a minute were rejected.");
  }

  /** Over a longer time, of a pipeline that gets few records. */
  private AlarmRow fewMostlyRejected() {
    return AlarmRow.warns(
        "FewMostlyRejected",
        RunbookSection.REJECTED_RECORDS,
        share(
            "IF(received < %d, %s, 0)".formatted(FEW, percent(LEAST_BAD_OF_MOST)),
            FunctionMetric.REJECTED,
            QUARTER_OF_AN_HOUR),
        MOST_PERCENT,
        1,
        "Most of the few records of a quarter of an hour were rejected.");
  }

  /** A share of the records received, 0 for fewer than so many. */
  private MathExpression percentOf(FunctionMetric part, int least, Duration period) {
    return share(percent(least), part, period);
  }

  private static String percent(int least) {
    return "IF(part >= %d, 100 * part / received, 0)".formatted(least);
  }

  private MathExpression share(String expression, FunctionMetric part, Duration period) {
    return MathExpression.Builder.create()
        .expression(expression)
        .usingMetrics(
            Sorted.map(
                "part",
                metrics.of(part, SUM),
                "received",
                metrics.of(FunctionMetric.RECEIVED, SUM)))
        .label(part.text() + " percent")
        .period(period)
        .build();
  }

  private AlarmRow any(String id, RunbookSection section, FunctionMetric metric, String says) {
    return AlarmRow.warns(id, section, metrics.of(metric, SUM), 0, 1, says).paging();
  }
}
