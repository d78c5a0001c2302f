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
    return effects.read("head", shard, () -> real.head(shard));
  }

  @Override
  public Optional<Entry> entry(String shard, long index) {
    return effects.read("entry", shard + " " + index, () -> real.entry(shard, index));
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return effects.read("read", shard + " from " + fromIndex, () -> real.read(shard, fromIndex));
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    return effects
        .write("append", entry, () -> Optional.ofNullable(real.append(shard, entry)))
        .orElse(null);
  }

  @Override
  public void putPayload(PayloadKey key, int part, byte[] content, long at) {
    effects.write("put payload", key, () -> real.putPayload(key, part, content, at));
  }

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return effects.read("payload", key, () -> real.payload(key, part));
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {
    effects.write(
        "expire",
        shard + " from " + fromIndex + " to " + toIndex,
        () -> real.expire(shard, fromIndex, toIndex, at));
  }
}
