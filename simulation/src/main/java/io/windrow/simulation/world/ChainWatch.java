package io.windrow.simulation.world;

import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.record.Position;
import io.windrow.simulation.memory.MemoryLedger;
import io.windrow.simulation.oracle.SetAside;
import io.windrow.simulation.oracle.Violation;
import io.windrow.window.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that watches each step of a chain. It begins where its parents have ended. A commit
 * counts the events between the position before and its own, each with one verdict. A watermark is
 * raised on proof only: nothing past the position may have been there to see when the invocation
 * began, and the position not inside a record.
 */
final class ChainWatch extends ForwardingLedger {
  private final MemoryLedger memory;
  private final SimulatedStream stream;
  private final Invocation invocation;

  ChainWatch(MemoryLedger real, SimulatedStream stream, Invocation invocation) {
    super(real);
    this.memory = real;
    this.stream = stream;
    this.invocation = invocation;
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    Entry before = real.entry(shard, entry.index() - 1).orElse(null);
    Entry inTheWay = real.append(shard, entry);
    if (inTheWay == null && entry instanceof Entry.Begin begin) {
      verifyBeginning(stream.shard(shard), begin);
    }
    if (inTheWay == null && before != null && entry instanceof Entry.Commit commit) {
      if (commit.counts().rejected() > 0) {
        SetAside.by(memory.archivedPayload(shard, commit)).forEach(stream.shard(shard)::setAside);
      }
      verifyCounts(stream.shard(shard), before.position(), commit);
      if (commit.counts().received() == 0) {
        verifyProof(stream.shard(shard), before, commit);
      }
    }
    return inTheWay;
  }

  /** A chain goes on from the least watermark of its parents, which have ended. */
  private void verifyBeginning(SimulatedShard shard, Entry.Begin begin) {
    long least = Watermark.END;
    for (String parent : shard.parents()) {
      if (!(real.head(parent).orElse(null) instanceof Entry.End end)) {
        throw new Violation(shard.id() + " begins though " + parent + " has not ended");
      }
      least = Math.min(least, end.watermark());
    }
    if (!shard.parents().isEmpty() && begin.watermark() != least) {
      throw new Violation(
          "%s begins at %d, and its parents have come to %d"
              .formatted(shard.id(), begin.watermark(), least));
    }
  }

  private static void verifyCounts(
      SimulatedShard shard, @Nullable Position before, Entry.Commit commit) {
    Counts counts = commit.counts();
    long came = shard.countTo(commit.position()) - shard.countTo(before);
    long judged = counts.accepted() + counts.filtered() + counts.rejected() + counts.late();
    if (counts.received() != came || judged != came) {
      throw new Violation(
          "%d events came to commit %d of %s, which counts %s"
              .formatted(came, commit.index(), shard.id(), counts));
    }
  }

  private void verifyProof(SimulatedShard shard, Entry before, Entry.Commit raise) {
    if (before.insideRecord() || shard.hasPast(raise.position(), invocation.begunAt())) {
      throw new Violation(
          "shard " + shard.id() + " was raised with records past " + raise.position());
    }
  }
}
