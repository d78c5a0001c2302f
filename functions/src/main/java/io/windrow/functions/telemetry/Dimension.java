package io.windrow.functions.telemetry;

import java.util.Locale;

/**
 * What a metric is told apart by. Never a shard or a group: CloudWatch bills each combination of
 * values as a metric of its own.
 */
public enum Dimension {
  /** The name of the pipeline. */
  PIPELINE,
  /** The name of a view. */
  VIEW,
  /** The code of a reason, without its pointer. */
  REASON,
  /** A group of a view whose definition asks for metrics; of {@link ValueMetric} alone. */
  GROUP;

  /** The name that CloudWatch knows it by. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
