package io.windrow.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of tumbling and hopping windows: windows are half-open, begin at marks of a scale,
 * and are cut into panes (the greatest common divisor of size and slide) that they share.
 *
 * @param size how many marks long a window is
 * @param slide how many marks apart windows start; equal to the size for tumbling windows
 * @param grace how many milliseconds past its end a window stays open
 */
public record PanePolicy(long size, long slide, long grace, Scale scale) implements WindowPolicy {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long WEEK = 7 * DAY;

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

  /** Windows of so many milliseconds, aligned to the epoch. */
  public PanePolicy(long size, long slide, long grace) {
    this(size, slide, grace, EvenScale.EPOCH);
  }

  /** How many marks long a pane is. */
  long paneSize() {
    return greatestCommonDivisor(size, slide);
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** None for plain UTC, in which results have their times anyway. */
  @Override
  public @Nullable ZoneId zone() {
    return ZoneOffset.UTC.equals(scale.zone()) ? null : scale.zone();
  }

  @Override
  public long leastSize() {
    return scale.least(size);
  }

  /** About how many milliseconds apart windows start. */
  public long usualSlide() {
    return slide * scale.usual();
  }

  @Override
  public long pane(long time) {
    return scale.time(Multiples.floor(scale.number(time), paneSize()));
  }

  /** The start of the first window that holds the pane. */
  public long firstWindow(long pane) {
    return firstEndingAfter(pane);
  }

  /** The start of the last window that holds the pane. */
  public long lastWindow(long pane) {
    return scale.time(number(pane));
  }

  /** The start of the first window whose end is past a time. */
  private long firstEndingAfter(long time) {
    return scale.time(Multiples.floor(scale.number(time) - size, slide) + slide);
  }

  /** The number of the mark at which the last window starts that holds a time. */
  private long number(long time) {
    return Multiples.floor(scale.number(time), slide);
  }

  /** How many milliseconds later windows start than they would; whole days of weeks aside. */
  public long offset() {
    if (scale instanceof EvenScale even) {
      return weekday().isPresent() ? Math.floorMod(even.offset(), DAY) : even.offset();
    }
    return ((CalendarScale) scale).offset();
  }

  /** The day of the week on which windows start, if they are of whole weeks. */
  public Optional<DayOfWeek> weekday() {
    LocalDate day = LocalDate.EPOCH;
    if (scale instanceof CalendarScale calendar) {
      day = LocalDate.ofEpochDay(calendar.firstDay());
    } else if (scale instanceof EvenScale even) {
      day = LocalDate.ofEpochDay(Math.floorDiv(even.offset(), DAY));
    }
    boolean areWeeks = scale.usual() <= DAY && usualSlide() % WEEK == 0;
    return areWeeks ? Optional.of(day.getDayOfWeek()) : Optional.empty();
  }

  /** How many windows hold an event, at most. */
  public long windowsOfAnEvent() {
    return -Math.floorDiv(-size, slide);
  }

  /** The start of the window that is so many after the one that starts then. */
  public long next(long window, long many) {
    return scale.time(number(window) + many * slide);
  }

  /** The end of the window that starts then. */
  public long end(long window) {
    return scale.time(number(window) + size);
  }

  /** The watermark at which the window that starts then closes. */
  public long closesAt(long window) {
    return end(window) + grace;
  }

  /** The start of the first window that a watermark leaves open. */
  public long firstOpen(long watermark) {
    return watermark == Watermark.NONE ? Long.MIN_VALUE : firstEndingAfter(watermark - grace);
  }

  /** The start of the last window that a watermark closes, of which there is one. */
  public long lastClosed(long watermark) {
    return next(firstOpen(watermark), -1);
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
    return watermark == Watermark.NONE ? Watermark.NONE : end(lastClosed(watermark));
  }

  @Override
  public long firstEndOpen(long watermark) {
    return watermark == Watermark.NONE ? Watermark.NONE : end(firstOpen(watermark));
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
    return Math.max(0, Math.floorDiv(number(reached) - number(first), slide) + 1);
  }
}
