package io.windrow.ledger;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One shard's chain, read commit by commit from its beginning: for audits of what was counted. */
public final class Chain {
  private final Ledger ledger;
  private final Payloads payloads;
  private final String shard;

  /** The chain of a shard. */
  public Chain(Ledger ledger, String shard) {
    this.ledger = ledger;
    this.payloads = new Payloads(ledger, PayloadLimits.STANDARD);
    this.shard = shard;
  }

  /** The counts of all its commits. */
  public Counts counts() {
    return commits().map(Entry.Commit::counts).reduce(Counts.NONE, Counts::plus);
  }

  /** The records that its commits keep whole, in the order of their positions. */
  public void kept(Consumer<Kept> each) {
    commits().forEach(commit -> kept(commit).forEach(each));
  }

  private List<Kept> kept(Entry.Commit commit) {
    return commit.counts().keepsRecords()
        ? payloads.content(shard, commit, List.of()).kept()
        : List.of();
  }

  private Stream<Entry.Commit> commits() {
    return Stream.iterate(
            ledger.read(shard, 0),
            Predicate.not(List::isEmpty),
            page -> ledger.read(shard, after(page)))
        .flatMap(List::stream)
        .filter(Entry.Commit.class::isInstance)
        .map(Entry.Commit.class::cast);
  }

  private static long after(List<Entry> page) {
    return page.get(page.size() - 1).index() + 1;
  }
}
