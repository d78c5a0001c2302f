package io.windrow.functions.telemetry;

import static io.windrow.functions.telemetry.Dimension.PIPELINE;
import static io.windrow.functions.telemetry.Dimension.REASON;
import static io.windrow.functions.telemetry.Dimension.VIEW;
import static io.windrow.functions.telemetry.Unit.BYTES;
import static io.windrow.functions.telemetry.Unit.COUNT;
import static io.windrow.functions.telemetry.Unit.MILLISECONDS;

import java.util.List;

/**
 * A metric that the functions emit, with its unit and the one set of dimensions that it has. Alarms
 * and dashboard are made from the same names.
 */
public enum FunctionMetric {
  /** Records that got a verdict: the sum of the four that follow. */
  RECEIVED("Received", COUNT, PIPELINE),
  ACCEPTED("Accepted", COUNT, PIPELINE),
  FILTERED("Filtered", COUNT, PIPELINE),
  REJECTED("Rejected", COUNT, PIPELINE),
  /** Records late for every view. */
  LATE("Late", COUNT, PIPELINE),
  /** Events late for the view, whatever they are for others. */
  LATE_BY_VIEW("LateByView", COUNT, PIPELINE, VIEW),
  /** Records at or before the position committed, which get no second verdict. */
  REDELIVERED("Redelivered", COUNT, PIPELINE),
  /** Rejected records by the code of their reason. */
  REJECTS("Rejects", COUNT, PIPELINE, REASON),
  /** Now less the least watermark of the shards that count. */
  WATERMARK_LAG("WatermarkLag", MILLISECONDS, PIPELINE),
  /** Now less the frontier of the view. */
  FRONTIER_LAG("FrontierLag", MILLISECONDS, PIPELINE, VIEW),
  /**
   * For how long windows of the view have been open that could have closed, by the wall clock; told
   * each minute, whether records come or not.
   */
  WINDOW_DELAY("WindowDelay", MILLISECONDS, PIPELINE, VIEW),
  /** Now less the arrival of the oldest record known to wait in a shard that holds windows open. */
  WAITING_AGE("WaitingAge", MILLISECONDS, PIPELINE),
  /** Now less the end of the oldest window that is open. */
  OLDEST_OPEN_WINDOW("OldestOpenWindow", MILLISECONDS, PIPELINE),
  /** The time of a commit less the time of its youngest event. */
  FRESHNESS("Freshness", MILLISECONDS, PIPELINE),
  /** Bytes that a commit wrote, its payload items included. */
  COMMIT_SIZE("CommitSize", BYTES, PIPELINE),
  RECORDS_PER_BATCH("RecordsPerBatch", COUNT, PIPELINE),
  /** Commits that found another in their place and were folded again. */
  CONFLICTS("Conflicts", COUNT, PIPELINE),
  /** Batches of which a part was left to the next call, for want of time. */
  PARTIAL_BATCHES("PartialBatches", COUNT, PIPELINE),
  /** Final results written. */
  RESULTS("Results", COUNT, PIPELINE),
  /** Records set aside because they killed the function. */
  POISON("Poison", COUNT, PIPELINE),
  /** Shards that left the stream with records that were not taken. */
  LOST_SHARDS("LostShards", COUNT, PIPELINE),
  /** Commits whose verdicts don't add up to what was received. */
  UNBALANCED_COUNTS("UnbalancedCounts", COUNT, PIPELINE),
  /** Batches answered as failed since a fault may pass: no route, a throttle, an outage. */
  RETRIED_FAULTS("RetriedFaults", COUNT, PIPELINE),
  /** Batches that prove that two readers take turns on a shard. */
  DIVIDED_SHARDS("DividedShards", COUNT, PIPELINE),
  /** Settlings that found the stream or the state table another one than before. */
  REPLACED("Replaced", COUNT, PIPELINE),
  /** Batches of another stream, and settlings that found that the mapping has left records out. */
  MISREAD("Misread", COUNT, PIPELINE),
  /** Records filed in quarantine. */
  QUARANTINED("Quarantined", COUNT, PIPELINE);

  /** The namespace of all of them. */
  public static final String NAMESPACE = "Windrow";

  private final String text;
  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // a list of List.of
  private final List<Dimension> dimensions;

  FunctionMetric(String text, Unit unit, Dimension... dimensions) {
    this.text = text;
    this.unit = unit;
    this.dimensions = List.of(dimensions);
  }

  /** The name that CloudWatch knows it by. */
  public String text() {
    return text;
  }

  public Unit unit() {
    return unit;
  }

  /** All that a value is told apart by, the pipeline first. */
  public List<Dimension> dimensions() {
    return dimensions;
  }
}
