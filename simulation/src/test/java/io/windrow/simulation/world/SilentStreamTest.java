package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Entry;
import io.windrow.ledger.RunBounds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On AWS an entry that closes windows calls for settling, which must not call for itself. */
class SilentStreamTest {
  private static final long SECOND = 1_000;
  private static final long BEHIND = 20 * SECOND;

  private final ByHand pipeline = new ByHand(RunBounds.STANDARD, BEHIND);

  @Test
  void aCommitCallsForSettlingOnlyIfWindowsMayCloseByIt() {
    pipeline.commit("A", 985);
    pipeline.commit("A", 989);
    pipeline.commit("A", 990);

    assertThat(closing()).containsExactly(true, true, false, true);
  }

  @Test
  void settlingCallsForNoSettling() {
    pipeline.commit("A", ByHand.ARRIVAL / SECOND - 5);
    settleAfter(60 * SECOND);
    settleAfter(60 * SECOND);

    assertThat(pipeline.counted()).isEqualTo(1);
    assertThat(closing()).containsExactly(true, true, false, false);
  }

  private void settleAfter(long time) {
    pipeline.pass(time);
    pipeline.stream().advanceTo(pipeline.now());
    pipeline.settle();
  }

  private List<Boolean> closing() {
    return pipeline.state().ledger().history("A").stream().map(Entry::closes).toList();
  }
}
