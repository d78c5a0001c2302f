package io.windrow.infrastructure.monitoring;

import software.amazon.awscdk.Duration;

/** The thresholds of a pipeline that people wait for. */
record CriticalThresholds() implements Thresholds {
  @Override
  public double shareOfRetention() {
    return 0.25;
  }

  @Override
  public double shareOfTimeout() {
    return 0.6;
  }

  @Override
  public Duration lag() {
    return Duration.minutes(1);
  }

  @Override
  public Duration delay() {
    return Duration.minutes(2);
  }

  @Override
  public int minutes(int usual) {
    return Math.max(1, usual / 2);
  }
}
