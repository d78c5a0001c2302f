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
 * raised on proof only.
 */
final class ChainWatch extends ForwardingLedger {
  private final MemoryLedger memory;
  private final SimulatedStream stream;
  private final Course course;
  private final RaiseWatch raises;
  private int firstPut;

  ChainWatch(MemoryLedger real, SimulatedStream stream, Course course, RaiseWatch raises) {
    super(real);
    this.memory = real;
    this.stream = stream;
    this.course = course;
    this.raises = raises;
  }

  /**
   * An invocation begins.
   *
   * @param put the first that its batch holds
   */
  void begin(int put) {
    firstPut = put;
    raises.begin(course.now());
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
      if (commit.counts().received() > 0) {
        passOver(stream.shard(shard), before.position());
      }
      verifyCounts(stream.shard(shard), before.position(), commit);
      if (commit.counts().received() == 0) {
        raises.verify(stream.shard(shard), before, commit);
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

  /** What the batch did not hold any more is lost. */
  private void passOver(SimulatedShard shard, @Nullable Position before) {
    int lost = shard.lose(before, firstPut);
    if (lost > 0) {
      course.meet(Fault.TRIMMED);
      course.note(course.scheduler().running(), "passes over", lost + " events of " + shard.id());
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
}
