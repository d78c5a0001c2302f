package io.windrow.ledger;

/**
 * Gives commits their time to live, when nothing can need them: a complete run covers them, every
 * window that they touch is closed, and none of them is the head.
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

  void retire(String shard, Entry head, long closed, long now) {
    if (head.index() < bounds.fan()) {
      return;
    }
    long first = runs.retired(shard);
    for (Manifest run : runs.manifests(shard, 1, first / bounds.fan())) {
      if (run.closesAt() > closed || run.lastIndex() >= head.index()) {
        return;
      }
      ledger.expire(shard, bounds.first(run.run()), run.lastIndex(), now + GRACE);
      runs.retire(shard, run.lastIndex() + 1);
    }
  }
}
