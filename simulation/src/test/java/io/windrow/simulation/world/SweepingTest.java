package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.RunBounds;
import io.windrow.simulation.schedule.Crash;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was left behind, and that nothing names. */
class SweepingTest {
  private static final long DAY = 24 * 3_600_000L;

  private final ByHand pipeline = new ByHand(new RunBounds(3));

  @Test
  void aPayloadThatNoCommitNamesIsSweptAfterADay() {
    pipeline.settle();
    assertThatThrownBy(
            () ->
                pipeline.commit(
                    pipeline.ports().with(new DiesBeforeAppending(pipeline.ports().ledger())),
                    "A",
                    5))
        .isInstanceOf(Crash.class);
    pipeline.commit("A", 5);
    assertThat(payloads()).hasSize(2);

    pipeline.pass(DAY - 1);
    pipeline.settle();
    pipeline.vanish();
    assertThat(payloads()).hasSize(2);

    pipeline.settle();
    pipeline.vanish();
    assertThat(payloads()).hasSize(1);
    pipeline.drain();
    assertThat(pipeline.counted()).isEqualTo(1);
  }

  private List<Item> payloads() {
    return pipeline.state().inventory().page("").items().stream()
        .filter(Item.PayloadPart.class::isInstance)
        .toList();
  }

  /** A ledger whose writer dies with its payload put and its commit not. */
  private static final class DiesBeforeAppending extends ForwardingLedger {
    DiesBeforeAppending(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      if (entry instanceof Entry.Commit) {
        throw new Crash();
      }
      return real.append(shard, entry);
    }
  }
}
