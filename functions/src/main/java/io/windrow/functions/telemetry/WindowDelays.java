package io.windrow.functions.telemetry;

import io.windrow.ledger.Settled;
import io.windrow.ledger.Source.Probe;
import io.windrow.ledger.Standing;
import io.windrow.ledger.Standing.Cause;
import io.windrow.plan.Definition;
import io.windrow.window.Watermark;
import io.windrow.window.WindowPolicy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long windows have been open that could have closed, by the wall clock.
 *
 * <p>A window could close from the first settling that finds its end and grace passed: by the
 * watermark of some shard, or by the clock less {@code behind}. While a shard that holds it has
 * records waiting, it could close no earlier than the oldest of them arrived. So a silent stream
 * delays nothing, since no shard passes its last windows; nor does a replay of old data, whose
 * records have just arrived, however long ago they happened.
 *
 * <p>An execution environment remembers what it has seen. A new one counts anew.
 */
final class WindowDelays {
  /** As much as settling leaves for clocks that differ. */
  private static final long MARGIN = 10_000;

  /** The oldest are kept: what is seen later is delayed less. */
  private static final int MOST_MARKS = 1_000;

  private final @Nullable Long behind;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long closed = Watermark.NONE;
  private List<Standing> standings = List.of();

  WindowDelays(Definition definition) {
    this.behind = definition.time().behind();
  }

  /**
   * Takes in what a settling has found.
   *
   * @param now when it began
   */
  void settled(Settled settled, long now) {
    closed = settled.frontier().closed();
    standings = settled.standings();
    marks.removeIf(mark -> mark.passed <= closed);
    long passed = passed(now);
    boolean isNews = marks.isEmpty() || marks.getLast().passed < passed;
    if (passed > closed && isNews && marks.size() < MOST_MARKS) {
      marks.addLast(new Mark(passed, now));
    }
  }

  /** How far event time has come somewhere. The clock says nothing before there was an event. */
  private long passed(long now) {
    long furthest = standings.stream().mapToLong(Standing::watermark).max().orElse(Watermark.NONE);
    return behind == null || furthest == Watermark.NONE
        ? furthest
        : Math.max(furthest, now - behind - MARGIN);
  }

  /** How long windows of this kind could have been closed by now; 0 if none is overdue. */
  long of(WindowPolicy window, long now) {
    return marks.stream()
        .filter(mark -> window.closesBetween(closed, mark.passed))
        .findFirst()
        .map(mark -> Math.max(0, now - couldClose(mark)))
        .orElse(0L);
  }

  /** Since when the windows that a mark has passed could have closed, were it not for one shard. */
  private long couldClose(Mark mark) {
    return standings.stream()
        .filter(shard -> shard.watermark() < mark.passed && shard.cause() != Cause.EMPTY)
        .mapToLong(shard -> Math.max(mark.seen, shard.waitsSince()))
        .min()
        .orElse(mark.seen);
  }

  /** How long the oldest record has waited that is known to wait in a shard; 0 if none is. */
  long ofRecords(long now) {
    return standings.stream()
        .mapToLong(Standing::waitsSince)
        .filter(since -> since != Probe.Waiting.UNKNOWN)
        .map(since -> EmbeddedMetrics.since(since, now))
        .max()
        .orElse(0);
  }

  /**
   * How far event time had come somewhere.
   *
   * @param seen when it was first seen, in milliseconds since the epoch
   */
  private record Mark(long passed, long seen) {}
}
