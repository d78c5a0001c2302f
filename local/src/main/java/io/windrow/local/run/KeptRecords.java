package io.windrow.local.run;

import io.windrow.functions.telemetry.Telemetry;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Kept;
import java.util.List;
import java.util.function.Consumer;

/** Hands on the records that each commit keeps whole. */
record KeptRecords(Consumer<List<Kept>> taken) implements Telemetry {
  @Override
  public void committed(Committed committed, long now) {
    committed.additions().forEach(addition -> taken.accept(addition.kept()));
  }
}
