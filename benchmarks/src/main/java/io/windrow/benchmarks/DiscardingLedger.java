package io.windrow.benchmarks;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.window.Watermark;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ledger in memory that takes every entry and keeps none, so that a batch is always new. */
final class DiscardingLedger implements Ledger {
  @Override
  public Optional<Entry> head(String shard) {
    return Optional.of(new Entry.Begin("", 1, Watermark.NONE, List.of(), "earliest"));
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return List.of();
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    return null;
  }

  @Override
  public void putPayload(PayloadKey key, int part, byte[] content) {}

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return Optional.empty();
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {}
}
