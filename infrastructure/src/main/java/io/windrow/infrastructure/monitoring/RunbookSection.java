package io.windrow.infrastructure.monitoring;

import java.util.Locale;

/** A section of docs/runbook.md, for the alarms that it explains. */
public enum RunbookSection {
  PIPELINE_HEALTH("see which of its alarms fired first; each has told so by itself."),
  ITERATOR_AGE(
      "see whether the mapping is enabled and Process succeeds; a longer retention of the stream"
          + " buys time."),
  CONSUMER_LAG("wait, after a deployment or an outage; else see whether others crowd the stream."),
  STREAM_THROTTLES("see whether the stream, or one shard of it, is at its limit."),
  FAILED_PUTS("see whether producers put again what failed."),
  FUNCTION_ERRORS("read the errors in the function's log group."),
  FUNCTION_THROTTLES(
      "compare the account's concurrent executions with its limit, and what is reserved with the"
          + " shards."),
  FUNCTION_DURATION("see how many records a batch has, and how long the tables take."),
  TABLE_THROTTLES("see which table it is, and how much is written to it."),
  TABLE_ERRORS("see the AWS Health Dashboard; what failed is tried again."),
  TABLE_LATENCY("see whether commits have grown."),
  DROPPED_RECORDS(
      "find the batch in the quarantine bucket, under aws/lambda/, and what made retries or age"
          + " finite."),
  FAILED_INVOCATIONS("read in the log group of Process why its calls fail."),
  RETRIED_FAULTS("read in the log group of Process which fault it was, and of which service."),
  SETTLING("read the errors in the log group of Settle; see whether its rule is enabled."),
  WINDOW_DELAY("read in the log group of Settle which shard is waited for, and why."),
  REJECTED_RECORDS("see the reasons on the dashboard; the records are in quarantine."),
  LATE_RECORDS("see whether a producer came back after an outage; the records are in quarantine."),
  POISON("find the record in quarantine."),
  LOST_SHARDS("read in the log group of Settle which shard it was; see why reading stood still."),
  UNBALANCED_COUNTS("keep the log of Process, and roll back."),
  DIVIDED_SHARDS("set the mapping's parallelization factor to 1, and take away its filters."),
  REPLACED(
      "read in the log group of Settle whether it was the stream or the state table; disable the"
          + " mapping until you know where it should start."),
  MISREAD("compare the mapping's stream with the pipeline's, and see where the mapping starts.");

  private final String firstStep;

  RunbookSection(String firstStep) {
    this.firstStep = firstStep;
  }

  /** What to do first, for those who have no runbook at hand. */
  String firstStep() {
    return firstStep;
  }

  /** The name of its heading in an address. */
  public String anchor() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
