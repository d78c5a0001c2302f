package io.windrow.ledger;

import io.windrow.ledger.Committed.Addition;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.record.Position;
import org.jspecify.annotations.Nullable;

/** The making of commits: each of as many events as one may hold, put past the head. */
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
    fold(intake, fold);
    intake.noteFaults(fold.faults());
    Content content = fold.content();
    byte[] encoded = content.encode();
    return trial.ask(
        () -> {
          if (intake.isAllFolded()) {
            trial.folded();
          }
          Entry.Commit commit = commit(open, call, fold, intake, encoded);
          Entry inTheWay = ledger.append(shard, commit);
          return inTheWay == null || isOwn(inTheWay, call.token())
              ? new Addition(commit, content.kept(), fold.youngest(), encoded.length)
              : null;
        });
  }

  /** Folds events until a commit is full. */
  private void fold(Intake intake, Fold fold) {
    do {
      fold.add(intake.next());
    } while (fold.size() < limits.cut() && intake.hasNext());
  }

  private Entry.Commit commit(Entry head, Call call, Fold fold, Intake intake, byte[] encoded) {
    Position reached = intake.reached();
    String shard = reached.shard();
    long index = head.index() + 1;
    return new Entry.Commit(
        index,
        call.token(),
        origin.generation(),
        reached,
        intake.isInsideRecord(),
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
          "shard %s has ended with entry %d of its chain, and yet a record came past its end: a stream that was made anew has used its id again; deploy the pipeline under another name"
              .formatted(shard, head.index()));
    }
    origin.requireNoNewer(shard, head);
    return head;
  }
}
