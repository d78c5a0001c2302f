package io.windrow.guide;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import java.util.List;
import java.util.Optional;

/** A ledger that does what another does, but for appending. */
abstract class ForwardingLedger implements Ledger {
  final Ledger real;

  ForwardingLedger(Ledger real) {
    this.real = real;
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
