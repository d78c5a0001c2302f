package io.windrow.functions.telemetry;

import io.windrow.ledger.Standing;
import io.windrow.plan.Definition;
import io.windrow.plan.ViewDefinition;
import io.windrow.window.Watermark;
import io.windrow.window.WindowPolicy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shard that holds windows open which should have closed: those that other shards, or the
 * clock, passed more than a minute ago. That shards are some seconds apart is how it always is, and
 * that a window is open at all says nothing.
 */
final class Overdue {
  private static final long MINUTE = 60_000;

  private final List<WindowPolicy> windows;
  private final @Nullable Long behind;

  Overdue(Definition definition) {
    this.windows = definition.views().stream().map(ViewDefinition::window).toList();
    this.behind = definition.time().behind();
  }

  /**
   * The shard that windows wait for; empty if none is overdue.
   *
   * @param standings of the shards that count, the one furthest behind first
   */
  Optional<Standing> holding(List<Standing> standings, long now) {
    return standings.stream()
        .limit(1)
        .filter(last -> isPassed(last.watermark(), reached(standings, now) - MINUTE))
        .findFirst();
  }

  private boolean isPassed(long watermark, long reached) {
    return reached > watermark
        && windows.stream().anyMatch(window -> window.closesBetween(watermark, reached));
  }

  /** How far event time has come elsewhere. The clock says nothing before there was an event. */
  private long reached(List<Standing> standings, long now) {
    long furthest = standings.get(standings.size() - 1).watermark();
    return furthest == Watermark.NONE
        ? Watermark.NONE + MINUTE
        : Math.max(furthest, behind == null ? now : now - behind);
  }
}
