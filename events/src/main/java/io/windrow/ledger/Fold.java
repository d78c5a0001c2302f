package io.windrow.ledger;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.contract.RejectedException;
import io.windrow.contract.Verdict;
import io.windrow.ledger.Contributor.Contribution;
import io.windrow.record.Event;
import io.windrow.record.StreamRecord;
import io.windrow.view.Delta;
import io.windrow.view.View;
import io.windrow.window.Watermark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds the records of one shard, in order, into what one commit holds: each record is judged
 * against the watermark so far, counted once, and then moves the watermark.
 */
final class Fold {
  private final List<Contributor> contributors;
  private final List<String> allViews;
  private final @Nullable Long behind;

  private final Counts.Tally tally = new Counts.Tally();
  private final List<Judgement.Rejected> faults = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private long watermark;
  private long youngest = Watermark.NONE;
  private long size;

  Fold(List<View> views, @Nullable Long behind, long watermark) {
    this.contributors = views.stream().map(Contributor::new).toList();
    this.allViews = views.stream().map(View::name).toList();
    this.behind = behind;
    this.watermark = watermark;
  }

  void add(Judged judged) {
    StreamRecord record = judged.record();
    tally.receive();
    if (judged.judgement() instanceof Judgement.Rejected rejected) {
      reject(record, rejected.reason());
    } else if (judged.judgement() instanceof Judgement.NoEvent) {
      tally.count(new Verdict.Filtered());
    } else if (judged.judgement() instanceof Judgement.Filtered filtered) {
      tally.count(new Verdict.Filtered());
      passTime(filtered.event(), record);
    } else if (judged.judgement() instanceof Judgement.Candidate candidate) {
      count(candidate.event(), record);
    }
    watermark = Watermark.afterArrival(watermark, record.arrival(), behind);
  }

  private void count(Event event, StreamRecord record) {
    List<Contribution> contributions = new ArrayList<>(contributors.size());
    List<String> lateFor = List.of();
    for (Contributor contributor : contributors) {
      if (contributor.isLate(event, watermark)) {
        lateFor = with(lateFor, contributor.view());
        continue;
      }
      try {
        contributions.add(contributor.prepare(event, watermark));
      } catch (RejectedException | RuntimeException | StackOverflowError e) {
        Judgement.Rejected rejected = Judgement.Rejected.of(e);
        if (rejected.fault() != null) {
          faults.add(rejected);
        }
        reject(record, rejected.reason());
        return;
      }
    }
    for (Contribution contribution : contributions) {
      size += contribution.add(event.time(), record.position());
    }
    countVerdict(lateFor, record);
    passTime(event, record);
  }

  private static List<String> with(List<String> views, String view) {
    List<String> more = new ArrayList<>(views);
    more.add(view);
    return more;
  }

  private void countVerdict(List<String> lateFor, StreamRecord record) {
    boolean isLate = !lateFor.isEmpty() && lateFor.size() == contributors.size();
    tally.count(isLate ? new Verdict.Late() : new Verdict.Accepted());
    lateFor.forEach(tally::lateFor);
    if (!lateFor.isEmpty()) {
      keep(record, isLate ? Kept.Verdict.LATE : Kept.Verdict.ACCEPTED, null, lateFor);
    }
  }

  private void reject(StreamRecord record, Reason reason) {
    tally.count(new Verdict.Rejected(reason));
    keep(record, Kept.Verdict.REJECTED, reason, allViews);
  }

  private void keep(
      StreamRecord record, Kept.Verdict verdict, @Nullable Reason reason, List<String> views) {
    Kept whole =
        new Kept(
            record.position(),
            record.partitionKey(),
            record.arrival(),
            verdict,
            reason,
            views,
            record.data());
    kept.add(whole);
    size += whole.size();
  }

  private void passTime(Event event, StreamRecord record) {
    watermark = Watermark.afterEvent(watermark, event.time(), record.arrival());
    youngest = Math.max(youngest, event.time());
  }

  /**
   * About how many bytes the content takes before it is compressed. It may be far more, as where
   * events replace each other in a row, and is less only where numbers of very different scales add
   * up.
   */
  long size() {
    return size;
  }

  long watermark() {
    return watermark;
  }

  /** The greatest time of an event. */
  long youngest() {
    return youngest;
  }

  /** The rejections of records that code failed on here. */
  List<Judgement.Rejected> faults() {
    return faults;
  }

  Counts counts() {
    return tally.toCounts();
  }

  Content content() {
    List<Delta> deltas =
        contributors.stream().map(Contributor::delta).filter(delta -> !delta.isEmpty()).toList();
    return new Content(deltas, kept);
  }
}
