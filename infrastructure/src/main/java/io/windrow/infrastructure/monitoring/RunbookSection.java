package io.windrow.infrastructure.monitoring;

import java.util.Locale;

/** A section of docs/runbook.md, for the alarms that it explains. */
public enum RunbookSection {
  PIPELINE_HEALTH,
  ITERATOR_AGE,
  CONSUMER_LAG,
  STREAM_THROTTLES,
  FAILED_PUTS,
  FUNCTION_ERRORS,
  FUNCTION_THROTTLES,
  FUNCTION_DURATION,
  TABLE_THROTTLES,
  TABLE_ERRORS,
  TABLE_LATENCY,
  DROPPED_RECORDS,
  WINDOW_DELAY,
  REJECTED_RECORDS,
  LATE_RECORDS,
  POISON,
  UNBALANCED_COUNTS;

  /** The name of its heading in an address. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
