package io.windrow.ledger;

import io.windrow.contract.Judgement;
import io.windrow.ledger.Committed.Addition;
import io.windrow.ledger.Ledger.PayloadKey;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
   * Commits the records of a batch that the chain has not taken. After it, the chain has them all.
   *
   * @param token drawn at random for this call
   * @param now by which remembered heads age
   */
  public Committed commit(Batch batch, String token, long now) {
    String shard = batch.shard();
    Attempt attempt = new Attempt(token, now);
    Entry head = head(shard, token, now);
    soleReader.require(batch, head);
    List<StreamRecord> fresh = past(head.position(), batch.records());
    List<Judged> judged = judging.judge(fresh);
    List<Judgement.Rejected> faults = faults(judged);
    List<Addition> additions = new ArrayList<>();
    int conflicts = 0;
    while (!judged.isEmpty()) {
      Addition addition = append(shard, head, judged, attempt);
      if (addition == null) {
        conflicts++;
        head = reload(shard);
        soleReader.require(batch, head);
        judged = past(head.position(), judged, Judged::record);
      } else {
        additions.add(addition);
        head = addition.commit();
        judged = judged.subList(addition.received(), judged.size());
      }
      heads.put(shard, head, now);
    }
    int taken = additions.stream().mapToInt(Addition::received).sum();
    return new Committed(additions, batch.records().size() - taken, conflicts, faults);
  }

  private static List<Judgement.Rejected> faults(List<Judged> judged) {
    Set<Judgement.Rejected> faults = new LinkedHashSet<>();
    for (Judged each : judged) {
      if (each.judgement() instanceof Judgement.Rejected rejected && rejected.fault() != null) {
        faults.add(rejected);
      }
    }
    return List.copyOf(faults);
  }

  private Entry head(String shard, String token, long now) {
    Entry remembered = heads.get(shard, now);
    if (remembered != null) {
      return remembered;
    }
    Entry head = shards.headOrBegin(shard, token);
    heads.put(shard, head, now);
    return head;
  }

  private Entry reload(String shard) {
    heads.forget(shard);
    return ledger
        .head(shard)
        .orElseThrow(() -> new LedgerException("the chain of shard " + shard + " has vanished"));
  }

  /** Appends one commit of as many records as it may hold; null if another stands in its place. */
  private @Nullable Addition append(
      String shard, Entry head, List<Judged> judged, Attempt attempt) {
    requireOpen(shard, head);
    Fold fold = fold(head.watermark(), judged);
    Content content = fold.content();
    byte[] encoded = content.encode();
    StreamRecord last = judged.get((int) fold.counts().received() - 1).record();
    Entry.Commit commit = commit(head, attempt, fold, last, encoded);
    Entry inTheWay = ledger.append(shard, commit);
    return inTheWay == null || isOwn(inTheWay, attempt.token)
        ? new Addition(commit, content.kept(), fold.youngest(), encoded.length)
        : null;
  }

  private Fold fold(long watermark, List<Judged> judged) {
    Fold fold = new Fold(steps.views(), steps.behind(), watermark);
    int taken = 0;
    while (taken < judged.size() && fold.size() < limits.cut()) {
      fold.add(judged.get(taken++));
    }
    return fold;
  }

  private Entry.Commit commit(
      Entry head, Attempt attempt, Fold fold, StreamRecord last, byte[] encoded) {
    String shard = last.position().shard();
    long index = head.index() + 1;
    return new Entry.Commit(
        index,
        attempt.token,
        origin.generation(),
        last.position(),
        last.moreInside(),
        fold.watermark(),
        steps.windows().closeBetween(head.watermark(), fold.watermark()),
        fold.counts(),
        steps.enrichment().versions(),
        payloads.put(new PayloadKey(shard, index, attempt.token), encoded, attempt.begunAt));
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
    return past(position, records, Function.identity());
  }

  private static <T> List<T> past(
      @Nullable Position position, List<T> items, Function<T, StreamRecord> record) {
    return position == null
        ? items
        : items.stream().filter(item -> record.apply(item).position().isAfter(position)).toList();
  }

  /** One call, as its commits and payloads tell of it. */
  private record Attempt(String token, long begunAt) {}
}
