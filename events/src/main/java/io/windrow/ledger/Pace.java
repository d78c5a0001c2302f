package io.windrow.ledger;

/**
 * How many records are judged before the deadline is looked at again: ever more while that takes
 * less than a second, and fewer as soon as it takes longer. So the first look comes after one
 * record, and a record of a fast pipeline pays nothing for it.
 */
final class Pace {
  private static final int MOST = 512;
  private static final long SLOW_MILLIS = 1_000;

  private final Deadline deadline;
  private int size;
  private long leftBefore;

  Pace(Deadline deadline) {
    this.deadline = deadline;
  }

  /** How many records come next, asked for when those before are done with. */
  int next() {
    long left = deadline.millisLeft();
    boolean slow = leftBefore - left > SLOW_MILLIS;
    size = size == 0 ? 1 : slow ? Math.max(1, size / 2) : Math.min(MOST, size * 2);
    leftBefore = left;
    return size;
  }
}
