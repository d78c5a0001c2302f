package io.windrow.ledger;

import io.windrow.contract.Judgement;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of one call that no commit has taken yet. They are judged some at a time, as {@link
 * Pace} says, so that the deadline is seen between; no more are judged once it is near.
 */
final class Intake {
  private final Judging judging;
  private final Trial trial;
  private final Deadline deadline;
  private final Pace pace;
  private final Set<Judgement.Rejected> faults = new LinkedHashSet<>();
  private List<StreamRecord> untried;
  private List<StreamRecord> unjudged;
  private List<Judged> judged = List.of();
  private int next;
  private boolean begun;
  private boolean committed;

  Intake(Judging judging, List<StreamRecord> records, Trial trial, Deadline deadline) {
    this.judging = judging;
    this.trial = trial;
    this.deadline = deadline;
    this.pace = new Pace(deadline);
    this.unjudged = records.subList(0, trial.size());
    this.untried = records.subList(trial.size(), records.size());
    judging.begin();
  }

  /** Whether there is a record, and time, for another commit; for a first one there always is. */
  boolean goesOn() {
    return hasNext() && !(committed && deadline.isNear());
  }

  /** Whether the commit that is being made can take another record. */
  boolean hasNext() {
    return next < judged.size() || (!unjudged.isEmpty() && !(begun && deadline.isNear()));
  }

  /** The next record of the commit that is being made. */
  Judged next() {
    if (next == judged.size()) {
      judgeMore();
    }
    return judged.get(next++);
  }

  private void judgeMore() {
    begun = true;
    int count = Math.min(pace.next(), unjudged.size());
    List<Judged> more = judging.judge(unjudged.subList(0, count), trial);
    unjudged = unjudged.subList(count, unjudged.size());
    for (Judged each : more) {
      if (each.judgement() instanceof Judgement.Rejected rejected && rejected.fault() != null) {
        faults.add(rejected);
      }
    }
    judged = new ArrayList<>(judged);
    judged.addAll(more);
  }

  /** Notes what code has failed on since. */
  void noteFaults(List<Judgement.Rejected> more) {
    faults.addAll(more);
  }

  /** The records taken are committed. */
  void commit() {
    judged = judged.subList(next, judged.size());
    next = 0;
    committed = true;
  }

  /** The records taken are not committed, and of all those up to a position others have taken. */
  void dropTo(@Nullable Position position) {
    next = 0;
    if (position != null) {
      judged = judged.stream().filter(each -> isAfter(each.record(), position)).toList();
      unjudged = past(position, unjudged);
      untried = past(position, untried);
    }
  }

  private static List<StreamRecord> past(Position position, List<StreamRecord> records) {
    return records.stream().filter(record -> isAfter(record, position)).toList();
  }

  private static boolean isAfter(StreamRecord record, Position position) {
    return record.position().isAfter(position);
  }

  /** How many records are left. */
  int left() {
    return judged.size() + unjudged.size() + untried.size();
  }

  /** Whether some of those that were to be tried are left. */
  boolean isUnfinished() {
    return !judged.isEmpty() || !unjudged.isEmpty();
  }

  /** The first record that is left, if any is. */
  @Nullable Position firstLeft() {
    if (!judged.isEmpty()) {
      return judged.get(0).record().position();
    }
    List<StreamRecord> others = unjudged.isEmpty() ? untried : unjudged;
    return others.isEmpty() ? null : others.get(0).position();
  }

  /** The rejections of records that code failed on, each that differs once. */
  List<Judgement.Rejected> faults() {
    return List.copyOf(faults);
  }
}
