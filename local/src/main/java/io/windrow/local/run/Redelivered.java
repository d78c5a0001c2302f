package io.windrow.local.run;

import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Committed;
import java.util.concurrent.atomic.AtomicLong;

/** How many records came again after they had been taken, as the functions tell it. */
final class Redelivered implements Telemetry {
  private final AtomicLong records = new AtomicLong();

  @Override
  public void committed(Committed committed, long now) {
    records.addAndGet(committed.redelivered());
  }

  long records() {
    return records.get();
  }
}
