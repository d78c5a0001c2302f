package io.windrow.functions.telemetry;

import io.windrow.ledger.Settled;
import io.windrow.plan.Definition;
import io.windrow.plan.ViewDefinition;
import io.windrow.view.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The computed values of the views whose definition asks for them with {@code metric}: of each
 * window, those of the groups whose first value is greatest. They lie at the end of their window.
 */
public final class ValueMetrics implements Telemetry {
  /** CloudWatch takes no older ones (Amazon CloudWatch API Reference, PutMetricData). */
  private static final long OLDEST = 14 * 24 * 3_600_000L;

  /** And none from further ahead. */
  private static final long FURTHEST = 2 * 3_600_000L;

  private final String pipeline;
  private final List<ViewDefinition> views;
  private final Consumer<String> log;

  /** The values of a pipeline's views. */
  public ValueMetrics(Definition definition, Consumer<String> log) {
    this.pipeline = definition.name();
    this.views = definition.views();
    this.log = log;
  }

  @Override
  public void settled(Settled settled, long now) {
    for (ViewDefinition view : views) {
      ViewDefinition.Metric metric = view.metric();
      if (metric != null) {
        windows(view, settled, now)
            .forEach((end, results) -> tellGreatest(results, metric.top(), end));
      }
    }
  }

  private static Map<Long, List<Result>> windows(ViewDefinition view, Settled settled, long now) {
    return settled.results().stream()
        .filter(result -> result.view().equals(view.name()))
        .filter(result -> result.windowEnd() > now - OLDEST && result.windowEnd() < now + FURTHEST)
        .collect(Collectors.groupingBy(Result::windowEnd, TreeMap::new, Collectors.toList()));
  }

  private void tellGreatest(List<Result> results, int top, long end) {
    results.stream()
        .filter(result -> !numbers(result).isEmpty())
        .sorted(Comparator.comparingDouble(ValueMetrics::first).reversed())
        .limit(top)
        .forEach(result -> tell(result, end));
  }

  /** Also of a value too great for a metric, which ranks its group all the same. */
  private static double first(Result result) {
    return result.values().values().stream()
        .filter(Number.class::isInstance)
        .mapToDouble(value -> ((Number) value).doubleValue())
        .findFirst()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static List<Map.Entry<String, Double>> numbers(Result result) {
    List<Map.Entry<String, Double>> numbers = new ArrayList<>();
    result
        .values()
        .forEach(
            (name, value) -> {
              if (value instanceof Number number) {
                MetricRange.of(number).ifPresent(taken -> numbers.add(Map.entry(name, taken)));
              }
            });
    return numbers;
  }

  private void tell(Result result, long end) {
    for (List<Map.Entry<String, Double>> part : LineParts.of(numbers(result))) {
      MetricLine line = line(result, end);
      part.forEach(number -> line.put(number.getKey(), number.getValue()));
      log.accept(line.toString());
    }
  }

  private MetricLine line(Result result, long end) {
    return new MetricLine(
        ValueMetric.NAMESPACE,
        end,
        Map.of(
            Dimension.PIPELINE, pipeline,
            Dimension.VIEW, result.view(),
            Dimension.GROUP, GroupLabel.of(result.group().values())));
  }
}
