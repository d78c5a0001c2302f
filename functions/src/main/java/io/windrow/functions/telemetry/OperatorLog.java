package io.windrow.functions.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrow.contract.Fault;
import io.windrow.contract.Reason;
import io.windrow.contract.Validation;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Kept;
import io.windrow.ledger.Loss;
import io.windrow.ledger.Settled;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.ledger.Standing;
import io.windrow.plan.Definition;
import io.windrow.record.Position;
import io.windrow.window.Timestamps;
import io.windrow.window.Watermark;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What operators look up in the functions' logs, a line of JSON each: the first few records that a
 * batch rejected or found late, by reason and position but never with their payload, nor with a
 * pointer into it where the source is confidential, what code failed on them and where, the batches
 * that are tried again or committed in part, shards that were lost and why else records may be in
 * no count, and the one that holds windows open that are overdue.
 */
public final class OperatorLog implements Telemetry {
  private static final int MOST_RECORDS = 5;
  private static final int MOST_FAULTS = 5;

  private final String pipeline;
  private final boolean confidential;
  private final Overdue overdue;
  private final Consumer<String> log;

  /** The log of a pipeline. */
  public OperatorLog(Definition definition, Consumer<String> log) {
    this.pipeline = definition.name();
    this.confidential = definition.source().confidential();
    this.overdue = new Overdue(definition);
    this.log = log;
  }

  @Override
  public void committed(Committed committed, long now) {
    committed.additions().stream()
        .flatMap(addition -> addition.kept().stream())
        .limit(MOST_RECORDS)
        .forEach(record -> log.accept(kept(record, now).toString()));
    committed.faults().stream()
        .limit(MOST_FAULTS)
        .forEach(fault -> log.accept(failed(fault.reason(), fault.fault(), now).toString()));
    Position left = committed.left();
    if (left != null) {
      log.accept(leftOver(left, committed.counts().received(), now).toString());
    }
  }

  private ObjectNode leftOver(Position left, long received, long now) {
    return line("WARN", "a batch was committed in part", now)
        .put("shard", left.shard())
        .put("committed", received)
        .put("from", left.sequence())
        .put("subSequence", left.subSequence());
  }

  /** A fault of Windrow's own is an error; a plug-in may fail on what it can't read. */
  private ObjectNode failed(Reason reason, @Nullable Fault fault, long now) {
    String level = reason.code().equals(Validation.INTERNAL_ERROR) ? "ERROR" : "WARN";
    return withDetail(line(level, "code failed on a record", now), reason)
        .put("reason", reason.code())
        .put("exception", fault == null ? "" : fault.exception())
        .put("place", fault == null ? "" : fault.place());
  }

  private ObjectNode kept(Kept record, long now) {
    Reason reason = record.reason();
    String pointer = reason == null || confidential ? "" : reason.pointer();
    return withDetail(line("WARN", "a record was kept for quarantine", now), reason)
        .put("verdict", record.verdict().text())
        .put("reason", record.code())
        .put("pointer", pointer)
        .put("shard", record.position().shard())
        .put("sequence", record.position().sequence())
        .put("subSequence", record.position().subSequence())
        .put("arrival", Timestamps.iso(record.arrival()));
  }

  private static ObjectNode withDetail(ObjectNode line, @Nullable Reason reason) {
    return reason == null || reason.detail().isEmpty() ? line : line.put("detail", reason.detail());
  }

  @Override
  public void settled(Settled settled, long now) {
    settled
        .lost()
        .forEach(
            shard ->
                log.accept(
                    line("ERROR", "records of a shard were lost", now)
                        .put("shard", shard)
                        .toString()));
    Loss loss = settled.frontier().loss();
    loss.causes().stream()
        .filter(cause -> cause != Loss.Cause.SHARD_LOST)
        .forEach(cause -> log.accept(lost(cause, loss.noticed(), now).toString()));
    overdue
        .holding(settled.standings(), now)
        .ifPresent(last -> log.accept(waiting(last, now).toString()));
  }

  private ObjectNode lost(Loss.Cause cause, long noticed, long now) {
    return line("ERROR", "records may be in no count", now)
        .put("cause", cause.text())
        .put("noticed", Timestamps.iso(noticed));
  }

  /** A shard that waits for its parents is an everyday sight; a fault of AWS is a warning. */
  @Override
  public void triedAgain(String shard, RuntimeException fault, long now) {
    String level = fault instanceof ShardWaitsException ? "INFO" : "WARN";
    log.accept(
        line(level, "a batch is tried again", now)
            .put("shard", shard)
            .put("fault", fault.getClass().getName())
            .put("cause", fault.getMessage())
            .toString());
  }

  @Override
  public void rehearsalFailed(RuntimeException fault, long now) {
    log.accept(
        line("WARN", "the rehearsal before a snapshot failed", now)
            .put("fault", fault.getClass().getName())
            .put("cause", fault.getMessage())
            .toString());
  }

  private ObjectNode waiting(Standing last, long now) {
    ObjectNode line =
        line("INFO", "windows wait for a shard", now)
            .put("shard", last.shard())
            .put("cause", last.cause().text());
    return last.watermark() == Watermark.NONE || last.watermark() == Watermark.END
        ? line
        : line.put("watermark", Timestamps.iso(last.watermark()));
  }

  private ObjectNode line(String level, String message, long now) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("timestamp", Timestamps.iso(now))
        .put("level", level)
        .put("message", message)
        .put("pipeline", pipeline);
  }
}
