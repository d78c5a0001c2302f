package io.windrow.local.kinesis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts how often something was done in the last 24 hours. */
final class RollingDay {
  private final int limit;
  private final Deque<Long> times = new ArrayDeque<>();

  RollingDay(int limit) {
    this.limit = limit;
  }

  synchronized boolean admits(long now) {
    while (!times.isEmpty() && times.peekFirst() <= now - Duration.ofDays(1).toMillis()) {
      times.removeFirst();
    }
    return times.size() < limit && times.add(now);
  }
}
