package io.windrow.functions.telemetry;

import io.windrow.contract.Reason;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committed.Addition;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Loss;
import io.windrow.ledger.Settled;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.plan.Definition;
import io.windrow.window.Watermark;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every {@link FunctionMetric}, as lines of a log that CloudWatch reads them from: one for the
 * pipeline, and one for each view or reason that there is something to tell of.
 */
public final class EmbeddedMetrics implements Telemetry {
  private final String pipeline;
  private final ViewMetrics views;
  private final WindowDelays delays;
  private final Consumer<String> log;

  /** The metrics of a pipeline. */
  public EmbeddedMetrics(Definition definition, Consumer<String> log) {
    this.pipeline = definition.name();
    this.views = new ViewMetrics(definition);
    this.delays = new WindowDelays(definition);
    this.log = log;
  }

  @Override
  public void committed(Committed committed, long now) {
    Counts counts = committed.counts();
    MetricLine line =
        line(now)
            .put(FunctionMetric.RECEIVED, counts.received())
            .put(FunctionMetric.ACCEPTED, counts.accepted())
            .put(FunctionMetric.FILTERED, counts.filtered())
            .put(FunctionMetric.REJECTED, counts.rejected())
            .put(FunctionMetric.LATE, counts.late())
            .put(FunctionMetric.POISON, counts.reasons().getOrDefault(Reason.POISON, 0L))
            .put(FunctionMetric.UNBALANCED_COUNTS, 0)
            .put(FunctionMetric.DIVIDED_SHARDS, 0)
            .put(FunctionMetric.MISREAD, 0)
            .put(FunctionMetric.RETRIED_FAULTS, 0)
            .put(FunctionMetric.REDELIVERED, committed.redelivered())
            .put(FunctionMetric.RECORDS_PER_BATCH, counts.received() + committed.redelivered())
            .put(FunctionMetric.CONFLICTS, committed.conflicts())
            .put(FunctionMetric.PARTIAL_BATCHES, committed.left() == null ? 0 : 1);
    youngest(committed).ifPresent(time -> line.put(FunctionMetric.FRESHNESS, since(time, now)));
    List<List<Addition>> parts = LineParts.of(committed.additions());
    parts.stream().limit(1).forEach(part -> line.put(FunctionMetric.COMMIT_SIZE, sizes(part)));
    tell(line);
    parts.stream()
        .skip(1)
        .forEach(part -> tell(line(now).put(FunctionMetric.COMMIT_SIZE, sizes(part))));
    counts.reasons().forEach((reason, count) -> tell(rejects(reason, count, now)));
    counts.lateByView().forEach((view, count) -> tell(views.late(view, count, now)));
  }

  @Override
  public void settled(Settled settled, long now) {
    delays.settled(settled, now);
    MetricLine line =
        line(now)
            .put(FunctionMetric.RESULTS, settled.results().size())
            .put(FunctionMetric.LOST_SHARDS, settled.lost().size())
            .put(
                FunctionMetric.REPLACED,
                open(settled, Loss.Cause.STREAM_REPLACED, Loss.Cause.STATE_REPLACED))
            .put(FunctionMetric.MISREAD, open(settled, Loss.Cause.RECORDS_SKIPPED))
            .put(FunctionMetric.QUARANTINED, settled.filed())
            .put(FunctionMetric.WAITING_AGE, delays.ofRecords(now));
    views
        .oldestOpenWindow(settled.frontier())
        .ifPresent(end -> line.put(FunctionMetric.OLDEST_OPEN_WINDOW, since(end, now)));
    settled.standings().stream()
        .limit(1)
        .filter(last -> last.watermark() != Watermark.NONE)
        .forEach(last -> line.put(FunctionMetric.WATERMARK_LAG, since(last.watermark(), now)));
    tell(line);
    views.frontier(settled.frontier(), delays, now).forEach(this::tell);
  }

  /** How many of these causes the loss has that is open. */
  private static long open(Settled settled, Loss.Cause... causes) {
    return Stream.of(causes).filter(settled.frontier().loss().causes()::contains).count();
  }

  @Override
  public void misread(long now) {
    tell(line(now).put(FunctionMetric.MISREAD, 1));
  }

  /** A shard that waits for its parents is no fault. */
  @Override
  public void triedAgain(String shard, RuntimeException fault, long now) {
    if (!(fault instanceof ShardWaitsException)) {
      tell(line(now).put(FunctionMetric.RETRIED_FAULTS, 1));
    }
  }

  @Override
  public void divided(long now) {
    tell(line(now).put(FunctionMetric.DIVIDED_SHARDS, 1));
  }

  @Override
  public void unbalanced(long now) {
    tell(line(now).put(FunctionMetric.UNBALANCED_COUNTS, 1));
  }

  /** How long ago a time was; nothing for one to come. */
  static long since(long time, long now) {
    return time >= now ? 0 : now - time;
  }

  private static long[] sizes(List<Addition> additions) {
    return additions.stream().mapToLong(Addition::size).toArray();
  }

  private static OptionalLong youngest(Committed committed) {
    return committed.additions().stream()
        .mapToLong(Addition::youngest)
        .filter(time -> time != Watermark.NONE)
        .max();
  }

  private MetricLine rejects(String reason, long count, long now) {
    return new MetricLine(
            FunctionMetric.NAMESPACE,
            now,
            Map.of(Dimension.PIPELINE, pipeline, Dimension.REASON, reason))
        .put(FunctionMetric.REJECTS, count);
  }

  private MetricLine line(long now) {
    return new MetricLine(FunctionMetric.NAMESPACE, now, Map.of(Dimension.PIPELINE, pipeline));
  }

  private void tell(MetricLine line) {
    log.accept(line.toString());
  }
}
