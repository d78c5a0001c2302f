package io.windrow.guide;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** A ledger as an invocation sees it that stops before its put, and wakes after others have put. */
final class WakesLate extends ForwardingLedger {
  private final Runnable meanwhile;

  WakesLate(Ledger real, Runnable meanwhile) {
    super(real);
    this.meanwhile = meanwhile;
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    meanwhile.run();
    return real.append(shard, entry);
  }
}
