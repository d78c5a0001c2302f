package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.simulation.oracle.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that sees to it that a watermark is raised on proof only: nothing past the position may
 * have been there to see when the invocation began, and the position not inside a record.
 */
final class ProofWatch extends ForwardingLedger {
  private final SimulatedStream stream;
  private final Invocation invocation;

  ProofWatch(Ledger real, SimulatedStream stream, Invocation invocation) {
    super(real);
    this.stream = stream;
    this.invocation = invocation;
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    Entry inTheWay = real.append(shard, entry);
    if (inTheWay == null
        && entry instanceof Entry.Commit commit
        && commit.counts().received() == 0) {
      verify(shard, commit);
    }
    return inTheWay;
  }

  private void verify(String shard, Entry.Commit raise) {
    boolean inside =
        real.read(shard, raise.index() - 1).stream().findFirst().stream()
            .anyMatch(Entry::insideRecord);
    if (inside || stream.shard(shard).hasPast(raise.position(), invocation.begunAt())) {
      throw new Violation("shard " + shard + " was raised with records past " + raise.position());
    }
  }
}
