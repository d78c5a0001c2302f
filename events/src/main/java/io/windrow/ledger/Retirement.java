package io.windrow.ledger;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives what nothing can need any more its time to live: entries that a complete run covers, when
 * every window that they touch is closed, all that they keep is filed and none of them is the head;
 * runs of such entries; and runs that a larger one covers.
 */
final class Retirement {
  /** Longer than an environment remembers a head and an invocation lives. */
  static final long GRACE = 2 * 24 * 3_600_000L;

  private final Ledger ledger;
  private final Runs runs;
  private final RunBounds bounds;

  Retirement(Ports ports, RunBounds bounds) {
    this.ledger = ports.ledger();
    this.runs = ports.runs();
    this.bounds = bounds;
  }

  /**
   * How far it goes.
   *
   * @param closed the watermark up to which windows are closed
   * @param at when what it retires may vanish, in milliseconds since the epoch
   * @param deadline what is left by then, the next call retires
   */
  record Terms(long closed, long at, Deadline deadline) {}

  /**
   * Retires what it may of a chain.
   *
   * @param filedBefore the index before which all that it keeps is filed
   */
  void retire(String shard, Entry head, long filedBefore, Terms terms) {
    if (head.index() < bounds.fan() && !(head instanceof Entry.End)) {
      return;
    }
    Retired retired = runs.retired(shard);
    long index = retireEntries(shard, head, filedBefore, retired, terms);
    for (int level = 1; level <= RunBounds.MAX_LEVEL; level++) {
      long from = retired.runs(level);
      long to = Math.max(endOfRetired(level, index), endOfCovered(shard, level, from, head));
      retireRuns(shard, level, from, to, terms);
    }
  }

  /** Whether all that a chain has ever put has its time to live. */
  boolean isOver(String shard, Entry.End end) {
    Retired retired = runs.retired(shard);
    return retired.index() > end.index()
        && IntStream.rangeClosed(1, RunBounds.MAX_LEVEL)
            .allMatch(level -> retired.runs(level) >= endOfRetired(level, retired.index()));
  }

  /** Before the runs: whoever finds no run must know that none is needed. */
  private long retireEntries(
      String shard, Entry head, long filedBefore, Retired retired, Terms terms) {
    long index = retired.index();
    if (index > head.index()) {
      return index;
    }
    for (Manifest run : smallest(shard, index, head)) {
      boolean isNeeded = run.closesAt() > terms.closed() || run.lastIndex() >= filedBefore;
      if (isNeeded || isHeld(run, head) || terms.deadline().isNear()) {
        return index;
      }
      index = retireEntries(shard, index, run.lastIndex(), terms);
    }
    return index;
  }

  /** A few at a time, since a large run holds more than one call may retire. */
  private long retireEntries(String shard, long from, long lastIndex, Terms terms) {
    long index = from;
    while (index <= lastIndex && !(index > from && terms.deadline().isNear())) {
      long last = Math.min(lastIndex, bounds.firstFrom(1, index + 1) * bounds.fan() - 1);
      ledger.expire(shard, index, last, terms.at());
      index = last + 1;
      runs.retire(shard, index);
    }
    return index;
  }

  /**
   * The manifests from an index on, of the lowest level whose run that holds it has not vanished.
   */
  private List<Manifest> smallest(String shard, long index, Entry head) {
    List<Manifest> found = runs.manifests(shard, 1, index / bounds.fan());
    for (int level = 2; found.isEmpty() && bounds.size(level) <= head.index() + 1; level++) {
      found = runs.manifests(shard, level, index / bounds.size(level));
    }
    return found;
  }

  /** A head is needed by whoever commits next; nobody commits past an end, which never expires. */
  private static boolean isHeld(Manifest run, Entry head) {
    return run.lastIndex() >= head.index() && !(head instanceof Entry.End);
  }

  /** Only a run of level 1 may be cut short, by the end of its chain. */
  private long endOfRetired(int level, long index) {
    return level == 1 ? bounds.firstFrom(level, index) : index / bounds.size(level);
  }

  private long endOfCovered(String shard, int level, long from, Entry head) {
    if (head.index() + 1 < bounds.size(level + 1)) {
      return 0;
    }
    long larger = from / bounds.fan();
    return (larger + runs.manifests(shard, level + 1, larger).size()) * bounds.fan();
  }

  private void retireRuns(String shard, int level, long from, long to, Terms terms) {
    long next = from;
    while (next < to && !terms.deadline().isNear()) {
      List<Manifest> found = runs.manifests(shard, level, next);
      for (Manifest run : found.subList(0, (int) Math.min(found.size(), to - next))) {
        runs.expire(run, terms.at());
        next = run.run().number() + 1;
      }
      if (found.isEmpty()) {
        // It was never made: its entries were retired before it was whole.
        next++;
      }
      runs.retireRuns(shard, level, next);
    }
  }
}
