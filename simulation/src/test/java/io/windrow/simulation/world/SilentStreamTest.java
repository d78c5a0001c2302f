package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.RunBounds;
import org.junit.jupiter.api.Test;

/** On AWS each entry calls for settling: raising must come to rest though time goes on. */
class SilentStreamTest {
  private static final long SECOND = 1_000;
  private static final long BEHIND = 20 * SECOND;

  private final ByHand pipeline = new ByHand(RunBounds.STANDARD, BEHIND);

  @Test
  void settlingThatARaiseCallsForRaisesNothing() {
    pipeline.commit("A", ByHand.ARRIVAL / SECOND - 5);
    settleAfter(60 * SECOND);
    int entries = entries();
    assertThat(pipeline.counted()).isEqualTo(1);

    settleAfter(2 * SECOND);
    settleAfter(2 * SECOND);
    assertThat(entries()).isEqualTo(entries);

    settleAfter(56 * SECOND);
    assertThat(entries()).isEqualTo(entries + 1);
  }

  private void settleAfter(long time) {
    pipeline.pass(time);
    pipeline.stream().advanceTo(pipeline.now());
    pipeline.settle();
  }

  private int entries() {
    return pipeline.state().ledger().history("A").size();
  }
}
