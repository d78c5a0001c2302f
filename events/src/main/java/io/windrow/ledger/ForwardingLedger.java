package io.windrow.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger that does what another does, but for what a subclass changes. */
public abstract class ForwardingLedger implements Ledger {
  /** The ledger that everything is handed on to. */
  protected final Ledger real;

  /** A ledger in front of a real one. */
  protected ForwardingLedger(Ledger real) {
    this.real = real;
  }

  @Override
  public Optional<Entry> head(String shard) {
    return real.head(shard);
  }

  @Override
  public Optional<Entry> entry(String shard, long index) {
    return real.entry(shard, index);
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return real.read(shard, fromIndex);
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    return real.append(shard, entry);
  }

  @Override
  public void putPayload(PayloadKey key, int part, byte[] content, long at) {
    real.putPayload(key, part, content, at);
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
