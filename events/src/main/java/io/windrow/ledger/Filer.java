package io.windrow.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files the records that chains keep in quarantine, those of a few entries together: what has come
 * within a minute, and never more than of one run. Which entries these are is fixed in the table
 * before a file is put, so that filing them again puts the same files, and no record is in two.
 */
public final class Filer {
  private static final long PAUSE = 60_000;

  private final Ledger ledger;
  private final Runs runs;
  private final Quarantine quarantine;
  private final RunBounds bounds;
  private final Payloads payloads;
  private final Map<String, Reached> chains = new HashMap<>();

  /** A filer of one pipeline. */
  public Filer(Ledger ledger, Runs runs, Quarantine quarantine, RunBounds bounds) {
    this.ledger = ledger;
    this.runs = runs;
    this.quarantine = quarantine;
    this.bounds = bounds;
    this.payloads = new Payloads(ledger, PayloadLimits.STANDARD);
  }

  /** How far one chain has come, by what this environment knows. */
  private static final class Reached {
    private Filed mark;

    /** No entry before this index keeps records that are not filed, but for those under way. */
    private long seen;

    Reached(Filed mark) {
      this.mark = mark;
      this.seen = mark.before();
    }

    void moveTo(Filed next) {
      mark = next;
      seen = Math.max(seen, next.before());
    }
  }

  /**
   * Files what a chain keeps up to its head, but for what has come within a minute after the last
   * file.
   *
   * @param now in milliseconds since the epoch
   * @return how many records it filed
   */
  long file(String shard, Entry head, long now, Deadline deadline) {
    return file(shard, head, now, PAUSE, deadline);
  }

  /**
   * Files all that a chain keeps up to its head.
   *
   * @return how many records it filed
   */
  public long fileAll(String shard) {
    return ledger.head(shard).map(head -> file(shard, head, 0, 0, Deadline.NONE)).orElse(0L);
  }

  /** Reads anew from now on how far each chain has come. */
  void forget() {
    chains.clear();
  }

  /** The index before which all that a chain keeps is filed, or a lesser one. */
  long filedBefore(String shard) {
    Reached reached = chains.get(shard);
    return reached == null ? 0 : reached.mark.before();
  }

  private long file(String shard, Entry head, long now, long pause, Deadline deadline) {
    Reached reached = chains.computeIfAbsent(shard, unknown -> new Reached(runs.filed(unknown)));
    long filed = 0;
    while (!deadline.isNear()) {
      Filed mark = reached.mark;
      try {
        if (mark.isUnderWay()) {
          filed += put(shard, mark);
          note(shard, reached, mark.past(mark.until()));
        } else if (!fixNext(shard, head, reached, now, pause)) {
          return filed;
        }
      } catch (LedgerException e) {
        // Others may have filed further, long ago, and what they filed may have vanished.
        reached.moveTo(runs.filed(shard));
        if (reached.mark.equals(mark)) {
          throw e;
        }
      }
    }
    return filed;
  }

  /**
   * Fixes which entries are filed next, or passes over some that keep nothing.
   *
   * @return whether there is more to do now
   */
  private boolean fixNext(String shard, Entry head, Reached reached, long now, long pause) {
    Filed mark = reached.mark;
    long endOfRun = (mark.before() / bounds.fan() + 1) * bounds.fan();
    long end = Math.min(head.index() + 1, endOfRun);
    boolean isWhole = end == endOfRun || head instanceof Entry.End;
    boolean isDue = isWhole || Math.abs(now - mark.at()) >= pause;
    if (end <= mark.before() || !isDue) {
      return false;
    }
    if (!keeping(shard, reached.seen, end).isEmpty()) {
      note(shard, reached, mark.fixing(end, now));
      return true;
    }
    reached.seen = Math.max(reached.seen, end);
    if (isWhole) {
      note(shard, reached, mark.past(end));
    }
    return isWhole;
  }

  private void note(String shard, Reached reached, Filed next) {
    boolean noted = runs.replaceFiled(shard, reached.mark, next);
    reached.moveTo(noted ? next : runs.filed(shard));
  }

  private long put(String shard, Filed range) {
    Filing filing = new Filing(quarantine, shard, range);
    for (Entry.Commit commit : keeping(shard, range.before(), range.until())) {
      payloads.content(shard, commit, List.of()).kept().forEach(filing::add);
    }
    return filing.end();
  }

  /** The commits from an index on, and before another, that keep records whole. */
  private List<Entry.Commit> keeping(String shard, long from, long end) {
    List<Entry.Commit> keeping = new ArrayList<>();
    new EntryRange(ledger, shard)
        .read(
            from,
            end - 1,
            entry -> {
              if (entry instanceof Entry.Commit commit && commit.counts().keepsRecords()) {
                keeping.add(commit);
              }
            });
    return keeping;
  }
}
