package io.windrow.local.run;

import io.windrow.functions.Telemetry;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Settled;
import java.util.concurrent.atomic.AtomicLong;

/** What the functions of a run tell of themselves. */
final class RunTelemetry implements Telemetry {
  private final RunListener listener;
  private final AtomicLong redelivered = new AtomicLong();

  RunTelemetry(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public void committed(Committed committed, long now) {
    redelivered.addAndGet(committed.redelivered());
  }

  @Override
  public void settled(Settled settled, long now) {
    listener.settled(settled);
  }

  /** How many records came again after they had been taken. */
  long redelivered() {
    return redelivered.get();
  }
}
