package io.windrow.functions;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Origin;
import io.windrow.window.Watermark;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger whose every chain has just begun: it takes what is appended and forgets it, so that a
 * batch is always new.
 */
public final class ForgetfulLedger implements Ledger {
  private final Entry head;

  /** Chains that begin as the origin says. */
  public ForgetfulLedger(Origin origin) {
    this.head = new Entry.Begin("", origin.generation(), Watermark.NONE, List.of(), origin.start());
  }

  @Override
  public Optional<Entry> head(String shard) {
    return Optional.of(head);
  }

  @Override
  public Optional<Entry> entry(String shard, long index) {
    return Optional.empty();
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
  public void putPayload(PayloadKey key, int part, byte[] content, long at) {}

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return Optional.empty();
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {}
}
