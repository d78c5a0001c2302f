package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.RunBounds;
import org.junit.jupiter.api.Test;

/** Each raise is a write: a shard without records is raised where a window closes, not before. */
class RaiseTest {
  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);

  @Test
  void anEmptyShardIsRaisedOncePastTheEndOfAWindow() {
    pipeline.commit("A", 1);
    pipeline.commit("B", 2);

    for (long second : new long[] {3, 6, 9}) {
      pipeline.commit("A", second);
      pipeline.settle();
    }
    assertThat(pipeline.state().ledger().history("B")).hasSize(2);

    pipeline.commit("A", 12);
    pipeline.settle();
    pipeline.settle();
    assertThat(pipeline.state().ledger().history("B")).hasSize(3);
    assertThat(pipeline.counted()).isEqualTo(5);
  }
}
