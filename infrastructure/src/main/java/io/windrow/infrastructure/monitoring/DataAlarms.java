package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.ServiceMetrics.MAXIMUM;
import static io.windrow.infrastructure.monitoring.ServiceMetrics.SUM;

import io.windrow.definition.Definition;
import io.windrow.definition.ViewDefinition;
import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.infrastructure.template.Sorted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/** Alarms of what the functions tell about the data. */
final class DataAlarms {
  private static final int DELAY_MINUTES = 5;
  private static final int SHARE_MINUTES = 3;
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
    rows.add(
        share(
            "Rejected",
            RunbookSection.REJECTED_RECORDS,
            FunctionMetric.REJECTED,
            REJECTED_PERCENT));
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
    return rows;
  }

  private AlarmRow windowDelay(ViewDefinition view) {
    return AlarmRow.warns(
            "WindowDelay-" + view.name(),
            RunbookSection.WINDOW_DELAY,
            metrics.of(FunctionMetric.WINDOW_DELAY, view.name(), MAXIMUM),
            thresholds.windowDelayMillis(view.window(), definition.time()),
            thresholds.minutes(DELAY_MINUTES),
            "Windows of the view "
                + view.name()
                + " stay open long after their end and grace, or nobody settles.")
        .alarmedBySilence()
        .paging();
  }

  private AlarmRow share(String id, RunbookSection section, FunctionMetric part, double percent) {
    MathExpression share =
        MathExpression.Builder.create()
            .expression("IF(received > 0, 100 * part / received, 0)")
            .usingMetrics(
                Sorted.map(
                    "part",
                    metrics.of(part, SUM),
                    "received",
                    metrics.of(FunctionMetric.RECEIVED, SUM)))
            .label(part.text() + " percent")
            .period(PipelineMetrics.PERIOD)
            .build();
    return AlarmRow.warns(
        id,
        section,
        share,
        percent,
        thresholds.minutes(SHARE_MINUTES),
        "More than "
            + percent
            + " percent of the records received are "
            + part.text().toLowerCase(Locale.ROOT)
            + ".");
  }

  private AlarmRow any(String id, RunbookSection section, FunctionMetric metric, String says) {
    return AlarmRow.warns(id, section, metrics.of(metric, SUM), 0, 1, says).paging();
  }
}
