package io.windrow.window;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of a view's windows, and of the panes that the log keeps of them: a pane never
 * straddles the start or the end of a window. All times are milliseconds since the epoch; nothing
 * else in Windrow adds or divides them.
 */
public sealed interface WindowPolicy permits PanePolicy, SessionPolicy {

  /** Windows that follow on each other. */
  static PanePolicy tumbling(long size, long grace) {
    return new PanePolicy(size, size, grace);
  }

  /** How long past its end a window stays open. */
  long grace();

  /** How long a window is at least, but for a change of clocks of more than an hour. */
  long leastSize();

  /** The zone in whose calendar windows begin and end; null for none. */
  default @Nullable ZoneId zone() {
    return null;
  }

  /** The start of the pane that a time falls in. */
  long pane(long time);

  /** The start of the first window of the pane that a watermark leaves open. */
  long firstOpenWindow(long pane, long watermark);

  /** Whether a watermark is too far for an event of this time to count. */
  boolean isLate(long time, long watermark);

  /** The watermark from which on no window that is open needs the pane. */
  long neededUntil(long pane);

  /** The earliest time of an event that the window that starts then would have held. */
  long firstThatMatters(long start);

  /** The last time at which a window can end that a watermark has closed. */
  long lastEndClosed(long watermark);

  /** The first time at which a window can end that a watermark leaves open. */
  long firstEndOpen(long watermark);

  /** Whether a window can close as a watermark rises from one time to another. */
  default boolean closesBetween(long before, long after) {
    return firstEndOpen(before) != firstEndOpen(after);
  }
}
