package io.windrow.local.kinesis;

import java.time.Duration;
import java.time.InstantSource;

/** A stream's time: what it is now, and how far back its records are kept. */
final class Timeline {
  private final InstantSource clock;
  private volatile int retentionHours = RetentionPeriod.DEFAULT_HOURS;

  Timeline(InstantSource clock) {
    this.clock = clock;
  }

  long now() {
    return clock.millis();
  }

  /** Records that arrived before this time are gone. */
  long horizon() {
    return now() - Duration.ofHours(retentionHours).toMillis();
  }

  int retentionHours() {
    return retentionHours;
  }

  void retain(int hours) {
    retentionHours = hours;
  }
}
