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
  public double sizesOpen() {
    return 1.5;
  }

  @Override
  public Duration leastDelay() {
    return Duration.minutes(2);
  }

  @Override
  public int minutes(int usual) {
    return Math.max(1, usual / 2);
  }
}
