package io.windrow.ledger;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.ledger.Committed.Addition;
import io.windrow.record.Batch;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns batches into commits. A record at or before the head's position was taken before and is
 * dropped; the rest is folded from the head's watermark and appended past it. Whatever happens
 * between, a record is in one commit of the chain, exactly.
 */
public final class Committer {
  private final Ledger ledger;
  private final Shards shards;
  private final SoleReader soleReader;
  private final Continuity continuity;
  private final Appending appending;
  private final PayloadLimits limits;
  private final Judging judging;
  private final Judging setsAside;
  private final Caution caution;
  private final Heads heads = new Heads();

  /** A committer of one pipeline, with the standard limits. */
  public Committer(ChainPorts ports, Steps steps, Origin origin) {
    this(ports, steps, origin, PayloadLimits.STANDARD);
  }

  /** A committer of one pipeline. */
  public Committer(ChainPorts ports, Steps steps, Origin origin, PayloadLimits limits) {
    this(ports, steps, origin, limits, PoisonRules.STANDARD);
  }

  /** A committer of one pipeline. */
  public Committer(
      ChainPorts ports, Steps steps, Origin origin, PayloadLimits limits, PoisonRules rules) {
    this.ledger = ports.ledger();
    this.shards = new Shards(ports, origin);
    this.soleReader = new SoleReader(ledger, origin);
    this.continuity = new Continuity(ports);
    this.appending = new Appending(ledger, steps, origin, limits);
    this.limits = limits;
    this.judging = new Judging(steps.validation(), steps.enrichment());
    this.setsAside = new Judging(Committer::poison, steps.enrichment());
    this.caution = new Caution(ports.markers(), rules);
  }

  /**
   * Commits all records of a batch, however long it takes.
   *
   * @param token drawn at random for this call
   * @param now by which remembered heads age
   */
  public Committed commit(Batch batch, String token, long now) {
    return commit(batch, Call.unhurried(token, now));
  }

  /**
   * Commits the records of a batch that the chain has not taken: all of them, or those that there
   * was time for, and one at least.
   */
  public Committed commit(Batch batch, Call call) {
    String shard = batch.shard();
    boolean followsOwn = heads.isRecent(shard, call.begunAt());
    Entry head = head(shard, call);
    soleReader.require(batch, head);
    if (!followsOwn) {
      continuity.check(batch, head, call);
    }
    List<StreamRecord> fresh = Intake.notTaken(head, batch.records());
    Trial trial = caution.begin(shard, fresh, call);
    Intake intake =
        new Intake(
            trial.isPoison() ? setsAside : judging, fresh, trial, call.deadline(), limits.cut());
    intake.dropTo(head);
    List<Addition> additions = new ArrayList<>();
    int conflicts = 0;
    while (intake.goesOn()) {
      Addition addition = appending.append(shard, head, intake, trial, call);
      if (addition == null) {
        conflicts++;
        head = trial.ask(() -> reload(batch));
        intake.dropTo(head);
      } else {
        additions.add(addition);
        head = addition.commit();
        intake.commit();
      }
      heads.put(shard, head, call.begunAt());
    }
    if (intake.isUnfinished()) {
      trial.leave();
    }
    int redelivered = batch.records().size() - fresh.size() + intake.dropped();
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

  private Entry reload(Batch batch) {
    String shard = batch.shard();
    heads.forget(shard);
    Entry head =
        ledger
            .head(shard)
            .orElseThrow(
                () -> new LedgerException("the chain of shard " + shard + " has vanished"));
    soleReader.require(batch, head);
    return head;
  }

  private static List<Judged> poison(StreamRecord record) {
    return List.of(new Judged(record, new Judgement.Rejected(Reason.of(Reason.POISON))));
  }
}
