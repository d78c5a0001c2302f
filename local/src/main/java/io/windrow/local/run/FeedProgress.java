package io.windrow.local.run;

import io.windrow.ledger.Entry;
import io.windrow.ledger.Ledger;
import io.windrow.local.chaos.Progress;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How far a pipeline is with what was put, put together from its parts. */
record FeedProgress(Ledger ledger, BooleanSupplier drained, BooleanSupplier stopped, Runnable hint)
    implements Progress {
  @Override
  public boolean isDrained() {
    return drained.getAsBoolean();
  }

  @Override
  public boolean isStopped() {
    return stopped.getAsBoolean();
  }

  @Override
  public Optional<Long> watermark(String shard) {
    return ledger.head(shard).map(Entry::watermark);
  }

  @Override
  public void settle() {
    hint.run();
  }
}
