package io.windrow.ledger;

import io.windrow.ledger.Source.Probe;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import java.util.Map;

/**
 * Notices that a mapping has left out records, as one that was created anew and starts too late
 * does, or one beside a state table that was restored. Gaps in sequence numbers are ordinary, so
 * they prove nothing: the stream is asked for the first record past the head of the chain. One that
 * comes before the batch was left out.
 *
 * <p>It asks where nobody has committed to the shard for a while in this environment: no mapping is
 * created anew, and no table restored, in less. What the stream has deleted can't be noticed.
 */
final class Continuity {
  private final Ledger ledger;
  private final Source source;
  private final Losses losses;

  Continuity(ChainPorts ports) {
    this.ledger = ports.ledger();
    this.source = ports.source();
    this.losses = new Losses(ports.frontiers());
  }

  /**
   * Notes that records are lost, if this batch leaves out some that the stream holds.
   *
   * @param remembered the head of the chain, or an entry that was
   */
  void check(Batch batch, Entry remembered, Call call) {
    if (leavesOut(batch, remembered, call)
        && ledger.head(batch.shard()).filter(head -> leavesOut(batch, head, call)).isPresent()) {
      losses.note(Loss.Cause.RECORDS_SKIPPED, call.begunAt());
    }
  }

  private boolean leavesOut(Batch batch, Entry head, Call call) {
    Position last = head.position();
    if (last == null || batch.records().isEmpty() || head instanceof Entry.End) {
      return false;
    }
    String first = batch.records().get(0).position().sequence();
    if (Position.compareSequences(first, last.sequence()) <= 0) {
      return false;
    }
    return head.insideRecord() || isPastFirst(first, batch.shard(), last, call);
  }

  private boolean isPastFirst(String first, String shard, Position after, Call call) {
    return source.probes(Map.of(shard, after), call.deadline()).get(shard)
            instanceof Probe.Waiting waiting
        && waiting.first() != null
        && Position.compareSequences(waiting.first(), first) < 0;
  }
}
