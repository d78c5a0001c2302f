package io.windrow.infrastructure.monitoring;

import io.windrow.definition.TimeDefinition;
import io.windrow.window.WindowPolicy;
import java.util.Objects;
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

  /** For how many times its size a window may be open after its end and grace. */
  double sizesOpen();

  /** For how long it may be in any case. */
  Duration leastDelay();

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

  /**
   * How long after its end and grace a window may be open. A shard without records follows the
   * clock at {@code behind}: what its windows wait for that is no delay.
   */
  default double windowDelayMillis(WindowPolicy window, TimeDefinition time) {
    double behind = Objects.requireNonNullElse(time.behind(), 0L).doubleValue();
    return behind + Math.max(sizesOpen() * (double) window.leastSize(), millis(leastDelay()));
  }

  private static double millis(Duration duration) {
    return duration.toMilliseconds().doubleValue();
  }
}
