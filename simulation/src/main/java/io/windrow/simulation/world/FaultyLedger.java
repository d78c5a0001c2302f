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
    return effects.read(chain(shard), "head", shard, () -> real.head(shard));
  }

  @Override
  public Optional<Entry> entry(String shard, long index) {
    return effects.read(chain(shard), "entry", shard + " " + index, () -> real.entry(shard, index));
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return effects.read(
        chain(shard), "read", shard + " from " + fromIndex, () -> real.read(shard, fromIndex));
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    return effects
        .write(chain(shard), "append", entry, () -> Optional.ofNullable(real.append(shard, entry)))
        .orElse(null);
  }

  @Override
  public void putPayload(PayloadKey key, int part, byte[] content, long at) {
    effects.write(content(key), "put payload", key, () -> real.putPayload(key, part, content, at));
  }

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return effects.read(content(key), "payload", key, () -> real.payload(key, part));
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {
    effects.write(
        chain(shard),
        "expire",
        shard + " from " + fromIndex + " to " + toIndex,
        () -> real.expire(shard, fromIndex, toIndex, at));
  }

  private static String chain(String shard) {
    return "ledger/" + shard;
  }

  private static String content(PayloadKey key) {
    return "payload/" + key.token();
  }
}
