package io.windrow.local.estimate;

import io.windrow.plan.Definition;
import io.windrow.plan.ViewDefinition;
import io.windrow.window.PanePolicy;
import io.windrow.window.WindowPolicy;
import java.util.List;

/** How often a pipeline is settled under a load, a second. */
final class Settlings {
  /** The stream of a table on demand has some four shards, each called once a second at most. */
  private static final double MOST = 4;

  private static final double SCHEDULED = 1 / 60.0;
  private static final double MILLIS = 1000;

  private final List<ViewDefinition> views;
  private final Load load;

  Settlings(Definition definition, Load load) {
    this.views = definition.views();
    this.load = load;
  }

  /** Each shard calls once whenever windows close, and so does the schedule. */
  double all() {
    return Math.min(MOST, Math.min(load.batches(), load.shards() * closings())) + SCHEDULED;
  }

  /** How often a shard's next commit may close windows. */
  double closings() {
    return views.stream().mapToDouble(view -> closings(view.window())).sum();
  }

  /** A session may close at any time. */
  private double closings(WindowPolicy window) {
    return window instanceof PanePolicy panes
        ? MILLIS / panes.usualSlide()
        : load.batches() / load.shards();
  }
}
