package io.windrow.ledger;

import io.windrow.ledger.Committed.Addition;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns batches into commits. A record at or before the head's position was taken before and is
 * dropped; the rest is folded from the head's watermark and appended past it. Whatever happens
 * between, a record is in one commit of the chain, exactly.
 */
public final class Committer {
  private final Ledger ledger;
  private final Shards shards;
  private final SoleReader soleReader;
  private final Payloads payloads;
  private final PayloadLimits limits;
  private final Steps steps;
  private final Judging judging;
  private final Origin origin;
  private final Heads heads = new Heads();

  /** A committer of one pipeline, with the standard limits. */
  public Committer(ChainPorts ports, Steps steps, Origin origin) {
    this(ports, steps, origin, PayloadLimits.STANDARD);
  }

  /** A committer of one pipeline. */
  public Committer(ChainPorts ports, Steps steps, Origin origin, PayloadLimits limits) {
    this.ledger = ports.ledger();
    this.shards = new Shards(ports, origin);
    this.soleReader = new SoleReader(ledger, origin);
    this.payloads = new Payloads(ledger, limits);
    this.limits = limits;
    this.steps = steps;
    this.judging = new Judging(steps.validation(), steps.enrichment());
    this.origin = origin;
  }

  /**
   * Commits all records of a batch, however long it takes.
   *
   * @param token drawn at random for this call
   * @param now by which remembered heads age
   */
  public Committed commit(Batch batch, String token, long now) {
    return commit(batch, new Call(token, now, Deadline.NONE));
  }

  /**
   * Commits the records of a batch that the chain has not taken: all of them, or those that there
   * was time for, and one at least.
   */
  public Committed commit(Batch batch, Call call) {
    String shard = batch.shard();
    Entry head = head(shard, call);
    soleReader.require(batch, head);
    Intake intake = new Intake(judging, past(head.position(), batch.records()), call.deadline());
    List<Addition> additions = new ArrayList<>();
    int conflicts = 0;
    while (intake.goesOn()) {
      Addition addition = append(shard, head, intake, call);
      if (addition == null) {
        conflicts++;
        head = reload(shard);
        soleReader.require(batch, head);
        intake.dropTo(head.position());
      } else {
        additions.add(addition);
        head = addition.commit();
        intake.commit();
      }
      heads.put(shard, head, call.begunAt());
    }
    int taken = additions.stream().mapToInt(Addition::received).sum();
    int redelivered = batch.records().size() - taken - intake.left();
    return new Committed(additions, redelivered, conflicts, intake.faults(), intake.firstLeft());
  }

  private Entry head(String shard, Call call) {
    Entry remembered = heads.get(shard, call.begunAt());
    if (remembered != null) {
      return remembered;
    }
    Entry head = shards.headOrBegin(shard, call.token());
    heads.put(shard, head, call.begunAt());
    return head;
  }

  private Entry reload(String shard) {
    heads.forget(shard);
    return ledger
        .head(shard)
        .orElseThrow(() -> new LedgerException("the chain of shard " + shard + " has vanished"));
  }

  /** Appends one commit of as many records as it may hold; null if another stands in its place. */
  private @Nullable Addition append(String shard, Entry head, Intake intake, Call call) {
    requireOpen(shard, head);
    Fold fold = new Fold(steps.views(), steps.behind(), head.watermark());
    StreamRecord last = fold(intake, fold);
    Content content = fold.content();
    byte[] encoded = content.encode();
    Entry.Commit commit = commit(head, call, fold, last, encoded);
    Entry inTheWay = ledger.append(shard, commit);
    return inTheWay == null || isOwn(inTheWay, call.token())
        ? new Addition(commit, content.kept(), fold.youngest(), encoded.length)
        : null;
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

  private void requireOpen(String shard, Entry head) {
    if (head instanceof Entry.End) {
      throw new LedgerException(
          "shard " + shard + " has ended, and yet a record came past its end");
    }
    origin.requireNoNewer(shard, head);
  }

  private static List<StreamRecord> past(@Nullable Position position, List<StreamRecord> records) {
    return position == null
        ? records
        : records.stream().filter(record -> record.position().isAfter(position)).toList();
  }
}
