package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Settling stood still for days, so that chains are long and have no runs. */
class BacklogTest {
  private static final int COMMITS = 1_000;
  private static final int NEAR = 200;
  private static final int TIME_OUT = 500;
  private static final int MOST = 20;

  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);
  private final SlowLedger ledger = new SlowLedger(pipeline.ports().ledger());

  @Test
  void whatNoInvocationCanReadWholeIsReadBySeveralInTurn() {
    for (int commit = 0; commit < COMMITS; commit++) {
      pipeline.commit("A", 5);
    }
    pipeline.commit("A", 100);
    Settler environment = pipeline.settler(pipeline.ports().with(ledger));

    int invocations = 0;
    while (pipeline.counted() == 0 && invocations < MOST) {
      ledger.reads = 0;
      pipeline.settle(environment, () -> ledger.reads >= NEAR);
      invocations++;
    }

    assertThat(pipeline.counted()).isEqualTo(COMMITS);
    assertThat(invocations).isGreaterThan(COMMITS / TIME_OUT);
  }

  /** A ledger of which an invocation can read so much, and then is killed. */
  private static final class SlowLedger extends ForwardingLedger {
    private int reads;

    SlowLedger(Ledger real) {
      super(real);
    }

    private void read() {
      reads++;
      if (reads > TIME_OUT) {
        throw new SimulatedException("timed out");
      }
    }

    @Override
    public List<Entry> read(String shard, long fromIndex) {
      read();
      return real.read(shard, fromIndex);
    }

    @Override
    public Optional<byte[]> payload(PayloadKey key, int part) {
      read();
      return real.payload(key, part);
    }
  }
}
