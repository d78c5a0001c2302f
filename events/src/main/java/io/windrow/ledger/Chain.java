package io.windrow.ledger;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One shard's chain, read commit by commit from its beginning: for audits of what was counted. */
public final class Chain {
  private final Ledger ledger;
  private final String shard;

  /** The chain of a shard. */
  public Chain(Ledger ledger, String shard) {
    this.ledger = ledger;
    this.shard = shard;
  }

  /** The counts of all its commits. */
  public Counts counts() {
    Sum sum = new Sum();
    commits(commit -> sum.counts = sum.counts.plus(commit.counts()));
    return sum.counts;
  }

  /** The records that its commits keep whole, in the order of their positions. */
  public void kept(Consumer<Kept> each) {
    Payloads payloads = new Payloads(ledger, PayloadLimits.STANDARD);
    commits(commit -> kept(commit, payloads).forEach(each));
  }

  private List<Kept> kept(Entry.Commit commit, Payloads payloads) {
    return keepsRecords(commit.counts())
        ? Content.decode(payloads.get(shard, commit), List.of()).kept()
        : List.of();
  }

  /** Files them as compaction does, and those of the last run though it is not whole. */
  public void file(Quarantine quarantine, RunBounds bounds) {
    Payloads payloads = new Payloads(ledger, PayloadLimits.STANDARD);
    NavigableMap<Long, Filing> filings = new TreeMap<>();
    commits(
        commit -> {
          RunId run = new RunId(shard, 1, commit.index() / bounds.size(1));
          Filing filing =
              filings.computeIfAbsent(run.number(), number -> new Filing(quarantine, run));
          kept(commit, payloads).forEach(filing::add);
        });
    filings.values().forEach(Filing::end);
  }

  private static boolean keepsRecords(Counts counts) {
    return counts.rejected() > 0 || !counts.lateByView().isEmpty();
  }

  private void commits(Consumer<Entry.Commit> each) {
    List<Entry> entries = ledger.read(shard, 0);
    while (!entries.isEmpty()) {
      for (Entry entry : entries) {
        if (entry instanceof Entry.Commit commit) {
          each.accept(commit);
        }
      }
      entries = ledger.read(shard, entries.get(entries.size() - 1).index() + 1);
    }
  }

  private static final class Sum {
    private Counts counts = Counts.NONE;
  }
}
