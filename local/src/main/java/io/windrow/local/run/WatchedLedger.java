package io.windrow.local.run;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A ledger that tells of each entry put, as the stream of the state table does on AWS. */
final class WatchedLedger implements Ledger {
  private final Ledger ledger;
  private final BiConsumer<String, Entry> entered;

  WatchedLedger(Ledger ledger, BiConsumer<String, Entry> entered) {
    this.ledger = ledger;
    this.entered = entered;
  }

  @Override
  public Optional<Entry> head(String shard) {
    return ledger.head(shard);
  }

  @Override
  public List<Entry> read(String shard, long fromIndex) {
    return ledger.read(shard, fromIndex);
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    Entry inTheWay = ledger.append(shard, entry);
    if (inTheWay == null) {
      entered.accept(shard, entry);
    }
    return inTheWay;
  }

  @Override
  public void putPayload(PayloadKey key, int part, byte[] content) {
    ledger.putPayload(key, part, content);
  }

  @Override
  public Optional<byte[]> payload(PayloadKey key, int part) {
    return ledger.payload(key, part);
  }

  @Override
  public void expire(String shard, long fromIndex, long toIndex, long at) {
    ledger.expire(shard, fromIndex, toIndex, at);
  }
}
