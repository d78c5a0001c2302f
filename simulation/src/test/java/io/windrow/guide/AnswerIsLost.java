package io.windrow.guide;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** A ledger whose puts land while their answers are lost, so that the client repeats them. */
final class AnswerIsLost extends ForwardingLedger {
  AnswerIsLost(Ledger real) {
    super(real);
  }

  @Override
  public @Nullable Entry append(String shard, Entry entry) {
    Entry inTheWay = real.append(shard, entry);
    return inTheWay == null ? real.append(shard, entry) : inTheWay;
  }
}
