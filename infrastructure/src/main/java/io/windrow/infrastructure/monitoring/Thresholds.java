package io.windrow.infrastructure.monitoring;

import software.amazon.awscdk.Duration;

/** What alarms compare with, as the definition, the retention and the time-outs have it. */
sealed interface Thresholds permits NormalThresholds, CriticalThresholds {

  /** Those of a pipeline; one that people wait for is alarmed sooner. */
  static Thresholds of(Watched watched) {
    return watched.critical() ? new CriticalThresholds() : new NormalThresholds();
  }

  double shareOfRetention();

  double shareOfTimeout();

  /** How far the pipeline may be behind its stream. */
  Duration lag();

  /** For how long a window may be open that could be closed. */
  Duration delay();

  /** For how many minutes a value must be bad, where so many are usual. */
  int minutes(int usual);

  /** How old the oldest record not read may get before too little time is left to act. */
  default double iteratorAgeMillis(Duration retention) {
    return shareOfRetention() * millis(retention);
  }

  default double durationMillis(Duration timeout) {
    return shareOfTimeout() * millis(timeout);
  }

  default double lagMillis() {
    return millis(lag());
  }

  default double windowDelayMillis() {
    return millis(delay());
  }

  private static double millis(Duration duration) {
    return duration.toMilliseconds().doubleValue();
  }
}
