package io.windrow.functions.telemetry;

import io.windrow.ledger.Frontier;
import io.windrow.plan.Definition;
import io.windrow.plan.ViewDefinition;
import io.windrow.window.Watermark;
import io.windrow.window.WindowPolicy;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The metrics of the views of a pipeline, one line a view. */
final class ViewMetrics {
  private final String pipeline;
  private final List<ViewDefinition> views;

  ViewMetrics(Definition definition) {
    this.pipeline = definition.name();
    this.views = definition.views();
  }

  MetricLine late(String view, long count, long now) {
    return line(view, now).put(FunctionMetric.LATE_BY_VIEW, count);
  }

  /** How far each view is closed, and for how long windows of it could have been. */
  List<MetricLine> frontier(Frontier frontier, WindowDelays delays, long now) {
    return views.stream().map(view -> frontier(view, frontier.closed(), delays, now)).toList();
  }

  private MetricLine frontier(ViewDefinition view, long closed, WindowDelays delays, long now) {
    WindowPolicy window = view.window();
    MetricLine line =
        line(view.name(), now).put(FunctionMetric.WINDOW_DELAY, delays.of(window, now));
    return closed == Watermark.NONE
        ? line
        : line.put(
            FunctionMetric.FRONTIER_LAG, EmbeddedMetrics.since(window.lastEndClosed(closed), now));
  }

  /** The end of the oldest window that is open, of all views; none before any can close. */
  OptionalLong oldestOpenWindow(Frontier frontier) {
    return frontier.closed() == Watermark.NONE
        ? OptionalLong.empty()
        : views.stream()
            .map(ViewDefinition::window)
            .mapToLong(window -> window.firstEndOpen(frontier.closed()))
            .min();
  }

  private MetricLine line(String view, long now) {
    return new MetricLine(
        FunctionMetric.NAMESPACE, now, Map.of(Dimension.PIPELINE, pipeline, Dimension.VIEW, view));
  }
}
