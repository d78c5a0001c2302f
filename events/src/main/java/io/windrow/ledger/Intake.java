package io.windrow.ledger;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of one call that no commit has taken yet. Their records are judged some at a time, as
 * {@link Pace} says, so that the deadline is seen between; no more are judged once it is near, or
 * once the events of records that hold several take as much memory as one commit may.
 */
final class Intake {
  private final Judging judging;
  private final Trial trial;
  private final Deadline deadline;
  private final long most;
  private final Pace pace;
  private final Set<Judgement.Rejected> faults = new LinkedHashSet<>();
  private List<StreamRecord> untried;
  private List<StreamRecord> unjudged;
  private List<Judged> judged = List.of();
  private long held;
  private int next;
  private int dropped;
  private boolean begun;
  private boolean committed;

  /**
   * The intake of a call.
   *
   * @param records those that are not {@link #notTaken taken}
   * @param most how many bytes of events are enough for one commit
   */
  Intake(Judging judging, List<StreamRecord> records, Trial trial, Deadline deadline, long most) {
    this.judging = judging;
    this.trial = trial;
    this.deadline = deadline;
    this.most = most;
    this.pace = new Pace(deadline);
    this.unjudged = records.subList(0, trial.size());
    this.untried = records.subList(trial.size(), records.size());
    judging.begin();
  }

  /** The records of which a chain has not taken all; events of the first it may have taken. */
  static List<StreamRecord> notTaken(Entry head, List<StreamRecord> records) {
    Position position = head.position();
    return position == null
        ? records
        : records.stream().filter(record -> isNotTaken(record, position)).toList();
  }

  private static boolean isNotTaken(StreamRecord record, Position position) {
    int order = record.position().compareRecords(position);
    return order > 0 || (order == 0 && position.place() > 0);
  }

  /** Whether there is an event, and time, for another commit; for a first one there always is. */
  boolean goesOn() {
    return hasNext() && !(committed && deadline.isNear());
  }

  /** Whether the commit that is being made can take another event. */
  boolean hasNext() {
    return next < judged.size()
        || (!unjudged.isEmpty() && held < most && !(begun && deadline.isNear()));
  }

  /** How far the commit that is being made has come: to the end of a record, or to an event. */
  Position reached() {
    Position last = last().position();
    boolean isWhole =
        next == judged.size() || judged.get(next).record().position().compareRecords(last) != 0;
    return isWhole ? last.at(0) : last;
  }

  /** Whether more of the same record of the stream follows there. */
  boolean isInsideRecord() {
    return last().moreInside();
  }

  private StreamRecord last() {
    return judged.get(next - 1).record();
  }

  /** Whether all that was to be tried is in the commits made and the one that is being made. */
  boolean isAllFolded() {
    return next == judged.size() && unjudged.isEmpty();
  }

  /** The next event of the commit that is being made. */
  Judged next() {
    if (next == judged.size()) {
      begun = true;
      judge(Math.min(pace.next(), unjudged.size()));
    }
    return judged.get(next++);
  }

  private void judge(int count) {
    Judging.Portion more = judging.judge(unjudged.subList(0, count), most - held, trial);
    unjudged = unjudged.subList(more.records(), unjudged.size());
    for (Judged each : more.events()) {
      if (each.judgement() instanceof Judgement.Rejected rejected && rejected.fault() != null) {
        faults.add(rejected);
      }
    }
    judged = new ArrayList<>(judged);
    judged.addAll(more.events());
    held += more.held();
  }

  /** Notes what code has failed on since. */
  void noteFaults(List<Judgement.Rejected> more) {
    faults.addAll(more);
  }

  /** The events taken are committed. */
  void commit() {
    keep(judged.subList(next, judged.size()));
    committed = true;
  }

  private void keep(List<Judged> left) {
    judged = left;
    held = left.stream().mapToLong(Judging::held).sum();
    next = 0;
  }

  /**
   * The events taken are not committed, and all those up to the head of the chain are done with.
   */
  void dropTo(Entry head) {
    next = 0;
    Position position = head.position();
    if (position != null) {
      int before = left();
      unjudged = notTaken(head, unjudged);
      untried = notTaken(head, untried);
      int inside = judgeInside(position);
      keep(judged.stream().filter(each -> !position.reaches(each.record().position())).toList());
      dropped += before + inside - left();
    }
  }

  /**
   * Judges the record that the head is inside of, so that its events are told apart. What is judged
   * whole now, since it is poison or read by other code, is the rest of it.
   *
   * @return by how much there is more of it
   */
  private int judgeInside(Position position) {
    if (unjudged.isEmpty() || unjudged.get(0).position().compareRecords(position) != 0) {
      return 0;
    }
    int before = left();
    judge(1);
    judged.replaceAll(each -> each.record().position().place() == 0 ? rest(each, position) : each);
    return left() - before;
  }

  private static Judged rest(Judged whole, Position position) {
    StreamRecord record = whole.record();
    return record.position().compareRecords(position) == 0
        ? new Judged(record.event(position.place() + 1, record.data(), true), whole.judgement())
        : whole;
  }

  /** How many events are left, and records that are not judged. */
  private int left() {
    return judged.size() + unjudged.size() + untried.size();
  }

  /**
   * How many records others have taken meanwhile; of one that was taken in part, how many events.
   */
  int dropped() {
    return dropped;
  }

  /** Whether some of those that were to be tried are left. */
  boolean isUnfinished() {
    return !judged.isEmpty() || !unjudged.isEmpty();
  }

  /** Where the first event, or record, stands that is left, if any is. */
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
