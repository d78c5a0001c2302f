package io.windrow.infrastructure.monitoring;

import io.windrow.definition.TimeDefinition;
import io.windrow.window.WindowPolicy;
import java.util.Objects;
import software.amazon.awscdk.Duration;

/** What alarms compare with, as the definition, the retention and the time-outs have it. */
record Thresholds(
    double shareOfRetention,
    double lagMillis,
    double shareOfTimeout,
    double windows,
    long leastDelayMillis,
    int calm) {
  private static final Thresholds NORMAL = new Thresholds(0.5, 300_000, 0.8, 2, 300_000, 1);
  private static final Thresholds CRITICAL = new Thresholds(0.25, 60_000, 0.6, 1.5, 120_000, 2);

  /** Those of a pipeline; one that people wait for is alarmed sooner. */
  static Thresholds of(Watched watched) {
    return watched.critical() ? CRITICAL : NORMAL;
  }

  /** How old the oldest record not read may get before too little time is left to act. */
  double iteratorAgeMillis(Duration retention) {
    return shareOfRetention * retention.toMilliseconds().doubleValue();
  }

  double durationMillis(Duration timeout) {
    return shareOfTimeout * timeout.toMilliseconds().doubleValue();
  }

  /**
   * How long after its end and grace a window may be open. A shard without records follows the
   * clock at {@code behind}: what its windows wait for that is no delay.
   */
  double windowDelayMillis(WindowPolicy window, TimeDefinition time) {
    double behind = Objects.requireNonNullElse(time.behind(), 0L).doubleValue();
    return behind + Math.max(windows * (double) window.leastSize(), (double) leastDelayMillis);
  }

  /** For how many minutes a value must be bad. */
  int minutes(int minutes) {
    return Math.max(1, minutes / calm);
  }
}
