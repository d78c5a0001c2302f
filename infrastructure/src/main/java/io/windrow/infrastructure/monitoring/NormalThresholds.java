package io.windrow.infrastructure.monitoring;

import software.amazon.awscdk.Duration;

/** The thresholds of most pipelines. */
record NormalThresholds() implements Thresholds {
  @Override
  public double shareOfRetention() {
    return 0.5;
  }

  @Override
  public double shareOfTimeout() {
    return 0.8;
  }

  @Override
  public Duration lag() {
    return Duration.minutes(5);
  }

  @Override
  public Duration delay() {
    return Duration.minutes(5);
  }

  @Override
  public int minutes(int usual) {
    return usual;
  }
}
