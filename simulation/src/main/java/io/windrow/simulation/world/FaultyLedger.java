package io.windrow.simulation.world;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger reached over a network that fails. */
record FaultyLedger(Ledger real, Effects effects) implements Ledger {
  @Override
  public Optional<Entry> head(String shard) {
    return effects.read(() -> real.head(shard));
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return effects.read(() -> real.read(shard, fromIndex));
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    return effects.write(() -> Optional.ofNullable(real.append(shard, entry))).orElse(null);
  }

  @Override
  public void putPayload(PayloadKey key, int part, byte[] content) {
    effects.write(() -> real.putPayload(key, part, content));
  }

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return effects.read(() -> real.payload(key, part));
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {
    effects.write(() -> real.expire(shard, fromIndex, toIndex, at));
  }
}
