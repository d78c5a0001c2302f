package io.windrow.local.mapping;

import java.time.Duration;

/**
 * The wait before a batch is tried again: it doubles with each repetition, up to a limit. The
 * manual promises exponential back-off and gives no numbers.
 */
public record Backoff(Duration first, Duration most) {

  /** Short enough for a person who watches. */
  public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(10));

  /** No wait at all. */
  public static final Backoff NONE = new Backoff(Duration.ZERO, Duration.ZERO);

  /** In milliseconds, before the given repetition: none before the 0th, which is the first try. */
  long before(int repetition) {
    if (repetition == 0) {
      return 0;
    }
    int doublings = Math.min(repetition - 1, 30);
    return Math.min(first.toMillis() << doublings, most.toMillis());
  }
}
