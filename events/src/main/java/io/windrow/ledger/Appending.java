package io.windrow.ledger;

import io.windrow.ledger.Committed.Addition;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.record.StreamRecord;
import org.jspecify.annotations.Nullable;

/** The making of commits: each of as many records as one may hold, put past the head. */
final class Appending {
  private final Ledger ledger;
  private final Payloads payloads;
  private final PayloadLimits limits;
  private final Steps steps;
  private final Origin origin;

  Appending(Ledger ledger, Steps steps, Origin origin, PayloadLimits limits) {
    this.ledger = ledger;
    this.payloads = new Payloads(ledger, limits);
    this.limits = limits;
    this.steps = steps;
    this.origin = origin;
  }

  /** Appends one commit; null if another stands in its place. */
  @Nullable Addition append(String shard, Entry head, Intake intake, Trial trial, Call call) {
    Entry open = trial.ask(() -> requireOpen(shard, head));
    Fold fold = new Fold(steps.views(), steps.behind(), open.watermark());
    StreamRecord last = fold(intake, fold);
    intake.noteFaults(fold.faults());
    Content content = fold.content();
    byte[] encoded = content.encode();
    return trial.ask(
        () -> {
          trial.folded();
          Entry.Commit commit = commit(open, call, fold, last, encoded);
          Entry inTheWay = ledger.append(shard, commit);
          return inTheWay == null || isOwn(inTheWay, call.token())
              ? new Addition(commit, content.kept(), fold.youngest(), encoded.length)
              : null;
        });
  }

  /** Folds records until a commit is full; the last one. */
  private StreamRecord fold(Intake intake, Fold fold) {
    StreamRecord last;
    do {
      Judged next = intake.next();
      fold.add(next);
      last = next.record();
    } while (fold.size() < limits.cut() && intake.hasNext());
    return last;
  }

  private Entry.Commit commit(Entry head, Call call, Fold fold, StreamRecord last, byte[] encoded) {
    String shard = last.position().shard();
    long index = head.index() + 1;
    return new Entry.Commit(
        index,
        call.token(),
        origin.generation(),
        last.position(),
        last.moreInside(),
        fold.watermark(),
        steps.windows().closeBetween(head.watermark(), fold.watermark()),
        fold.counts(),
        steps.enrichment().versions(),
        payloads.put(new PayloadKey(shard, index, call.token()), encoded, call.begunAt()));
  }

  private static boolean isOwn(Entry entry, String token) {
    return entry instanceof Entry.Commit && entry.token().equals(token);
  }

  private Entry requireOpen(String shard, Entry head) {
    if (head instanceof Entry.End) {
      throw new LedgerException(
          "shard " + shard + " has ended, and yet a record came past its end");
    }
    origin.requireNoNewer(shard, head);
    return head;
  }
}
