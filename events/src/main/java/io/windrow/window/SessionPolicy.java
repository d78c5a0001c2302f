package io.windrow.window;

/**
 * The arithmetic of session windows. Events of one group of which each is at most the gap after the
 * one before are a streak. A streak is one session, but where it is cut: at each multiple of half
 * of {@code longest} since the epoch by which it has gone on for at least that half. So no session
 * is as long as {@code longest}, a streak shorter than half of it is never cut, and where it is cut
 * can be told from the events of the last {@code longest} alone.
 *
 * @param gap the longest time between two events that are one session
 * @param grace how far behind its shard's watermark an event may be
 * @param longest more than any session takes from its first event to its last
 */
public record SessionPolicy(long gap, long grace, long longest) implements WindowPolicy {
  public SessionPolicy {
    if (gap <= 0 || grace < 0 || longest < 2 * gap) {
      throw new IllegalArgumentException(
          "a session needs gap > 0, grace >= 0 and longest >= 2 * gap, found gap "
              + gap
              + ", grace "
              + grace
              + ", longest "
              + longest);
    }
  }

  /** How far apart the times are at which a long streak is cut; never less than the gap. */
  private long half() {
    return longest / 2;
  }

  @Override
  public long leastSize() {
    return gap;
  }

  /** Two events of a pane are less than the gap apart, and no cut is between them. */
  @Override
  public long pane(long time) {
    return Math.max(Multiples.floor(time, gap), Multiples.floor(time, half()));
  }

  /** Which session an event belongs to is not known yet: its pane stands for it. */
  @Override
  public long firstOpenWindow(long pane, long watermark) {
    return pane;
  }

  @Override
  public boolean isLate(long time, long watermark) {
    return watermark > time + grace;
  }

  /**
   * An open session has an event at most gap and grace before the watermark. Where it begins can be
   * told from what its streak holds up to {@code longest} and a gap before that event; a pane that
   * reaches into that time begins at most another gap before it.
   */
  @Override
  public long neededUntil(long pane) {
    return pane + 3 * gap + longest + grace;
  }

  @Override
  public long firstThatMatters(long first) {
    return first - gap;
  }

  @Override
  public long lastEndClosed(long watermark) {
    return watermark - grace - 1;
  }

  @Override
  public long firstEndOpen(long watermark) {
    return watermark == Watermark.NONE ? Watermark.NONE : watermark - grace;
  }

  /** The time of the last event of the last session that a watermark closes. */
  public long lastClosed(long watermark) {
    return watermark == Watermark.NONE ? Watermark.NONE : watermark - gap - grace - 1;
  }

  /** A time at or before the start of every pane that holds a time from here on. */
  public long firstPane(long time) {
    return time == Watermark.NONE ? Watermark.NONE : time - gap;
  }

  /** Whether an event is of the streak whose last event so far is this. */
  public boolean reaches(long last, long next) {
    return next - last <= gap;
  }

  /**
   * Whether a streak is cut between two events that follow on each other.
   *
   * @param first the time of the streak's first event
   */
  public boolean isCut(long first, long last, long next) {
    long cut = cutBefore(next);
    return last < cut && first <= cut - half();
  }

  /** The last time, no later than an event, at which a streak may be cut. */
  public long cutBefore(long next) {
    return Multiples.floor(next, half());
  }

  /** The end of a session of this last event, unless it was cut. */
  public long end(long last) {
    return last + gap;
  }

  /** The least watermark that is greater than the session's last event, gap and grace. */
  public long closesAt(long last) {
    return last + gap + grace + 1;
  }
}
