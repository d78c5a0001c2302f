package io.windrow.local.chaos;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger whose calls meet faults. */
record StruckLedger(Ledger ledger, PortFaults faults) implements Ledger {
  @Override
  public Optional<Entry> head(String shard) {
    return faults.at("head " + shard, () -> ledger.head(shard));
  }

  @Override
  public Optional<Entry> entry(String shard, long index) {
    return faults.at("entry " + shard + " " + index, () -> ledger.entry(shard, index));
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return faults.at("read " + shard + " " + fromIndex, () -> ledger.read(shard, fromIndex));
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    return faults.at("append " + shard + " " + entry.index(), () -> ledger.append(shard, entry));
  }

  @Override
  public void putPayload(PayloadKey key, int part, byte[] content, long at) {
    faults.at(
        "payload " + key.shard() + " " + key.index() + " " + part,
        () -> ledger.putPayload(key, part, content, at));
  }

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return faults.at(
        "get " + key.shard() + " " + key.index() + " " + part, () -> ledger.payload(key, part));
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {
    faults.at(
        "expire " + shard + " " + fromIndex, () -> ledger.expire(shard, fromIndex, toIndex, at));
  }
}
