package io.windrow.window;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The marks at which windows can begin and end, numbered in order. Sizes and slides are numbers of
 * marks, and windows begin at the multiples of their slide.
 */
public sealed interface Scale permits EvenScale, CalendarScale {
  /** The number of the last mark that is not past a time. */
  long number(long time);

  /** The time of a mark. */
  long time(long number);

  /** About how many milliseconds lie between two marks. */
  long usual();

  /** How many milliseconds so many marks take, at least. */
  long least(long marks);

  /** The zone whose calendar it is; null for marks that follow on each other evenly. */
  @Nullable ZoneId zone();
}
