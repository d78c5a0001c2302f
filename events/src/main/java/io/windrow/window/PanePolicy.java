package io.windrow.window;

/**
 * The arithmetic of tumbling and hopping windows: windows are half-open, aligned to the epoch in
 * UTC, and cut into panes (the greatest common divisor of size and slide) that they share.
 *
 * @param size how long a window is
 * @param slide how far apart windows start; equal to the size for tumbling windows
 * @param grace how long past its end a window stays open
 */
public record PanePolicy(long size, long slide, long grace) implements WindowPolicy {
  public PanePolicy {
    if (size <= 0 || slide <= 0 || slide > size || grace < 0) {
      throw new IllegalArgumentException(
          "a window needs 0 < slide <= size and grace >= 0, found size "
              + size
              + ", slide "
              + slide
              + ", grace "
              + grace);
    }
  }

  /** How long a pane is. */
  long paneSize() {
    return greatestCommonDivisor(size, slide);
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  @Override
  public long leastSize() {
    return size;
  }

  @Override
  public long pane(long time) {
    return Multiples.floor(time, paneSize());
  }

  /** The start of the first window that holds the pane. */
  public long firstWindow(long pane) {
    return Multiples.floor(pane - size, slide) + slide;
  }

  /** The start of the last window that holds the pane. */
  public long lastWindow(long pane) {
    return Multiples.floor(pane, slide);
  }

  /** How many windows hold an event, at most. */
  public long windowsOfAnEvent() {
    return (lastWindow(0) - firstWindow(0)) / slide + 1;
  }

  /** The end of the window that starts then. */
  public long end(long window) {
    return window + size;
  }

  /** The watermark at which the window that starts then closes. */
  public long closesAt(long window) {
    return window + size + grace;
  }

  /** The start of the first window that a watermark leaves open. */
  public long firstOpen(long watermark) {
    return watermark == Watermark.NONE
        ? Long.MIN_VALUE
        : Multiples.floor(watermark - size - grace, slide) + slide;
  }

  @Override
  public long firstOpenWindow(long pane, long watermark) {
    return Math.max(firstWindow(pane), firstOpen(watermark));
  }

  @Override
  public boolean isLate(long time, long watermark) {
    return neededUntil(pane(time)) <= watermark;
  }

  @Override
  public long neededUntil(long pane) {
    return closesAt(lastWindow(pane));
  }

  @Override
  public long firstThatMatters(long start) {
    return start;
  }

  @Override
  public long lastEndClosed(long watermark) {
    return end(firstOpen(watermark) - slide);
  }

  @Override
  public long firstEndOpen(long watermark) {
    return end(firstOpen(watermark));
  }

  /**
   * How many windows are open.
   *
   * @param begun the first watermark there was
   * @param closed the watermark up to which windows are closed
   * @param reached how far event time has come
   */
  public long openWindows(long begun, long closed, long reached) {
    long first = Math.max(firstWindow(pane(begun)), firstOpen(closed));
    return Math.max(0, Math.floorDiv(lastWindow(pane(reached)) - first, slide) + 1);
  }
}
