package io.windrow.local.run;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A ledger that tells of each entry put, as the stream of the state table does on AWS. */
final class WatchedLedger extends ForwardingLedger {
  private final BiConsumer<String, Entry> entered;

  WatchedLedger(Ledger real, BiConsumer<String, Entry> entered) {
    super(real);
    this.entered = entered;
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    Entry inTheWay = real.append(shard, entry);
    if (inTheWay == null) {
      entered.accept(shard, entry);
    }
    return inTheWay;
  }
}
