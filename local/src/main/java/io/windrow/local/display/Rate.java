package io.windrow.local.display;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many a second there were lately. */
final class Rate {
  private static final long WINDOW_NANOS = 2_000_000_000L;

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long count, long nanos) {}

  /** Takes a count that never falls, and when it was read. */
  void sample(long count, long nanos) {
    samples.addLast(new Sample(count, nanos));
    while (samples.size() > 2 && nanos - samples.getFirst().nanos > WINDOW_NANOS) {
      samples.removeFirst();
    }
  }

  long perSecond() {
    if (samples.size() < 2) {
      return 0;
    }
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    return Math.round((last.count - first.count) * 1e9 / Math.max(1, last.nanos - first.nanos));
  }
}
