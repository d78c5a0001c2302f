package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.simulation.oracle.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that sees to it that a watermark is raised on proof only: nothing past the position may
 * have been there to see when the invocation began, and the position not inside a record.
 */
record ProofWatch(Ledger real, SimulatedStream stream, Invocation invocation) implements Ledger {
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

  @Override
  public Optional<Entry> head(String shard) {
    return real.head(shard);
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return real.read(shard, fromIndex);
  }

  @Override
  public void putPayload(PayloadKey key, int part, byte[] content) {
    real.putPayload(key, part, content);
  }

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return real.payload(key, part);
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {
    real.expire(shard, fromIndex, toIndex, at);
  }
}
