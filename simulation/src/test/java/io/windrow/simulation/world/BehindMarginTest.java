package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.RunBounds;
import org.junit.jupiter.api.Test;

/**
 * An owner who says {@code behind: 55s}, and a record that is 55 s old when it is put, but is not
 * yet seen by who asks its shard for records 9 s later.
 */
class BehindMarginTest {
  private static final long BEHIND = 55_000;
  private static final long UNSEEN = 9_000;
  private static final long MARGIN = 10_000;

  private final ByHand pipeline = new ByHand(RunBounds.STANDARD, BEHIND);

  @Test
  void aRecordThatCameInTimeIsAcceptedThoughItsShardSeemedEmpty() {
    proveEmptyBeforeAPutIsSeen(UNSEEN);

    assertThat(pipeline.accepted()).isEqualTo(pipeline.counted()).isEqualTo(2);
  }

  /** A clock that is ahead by the margin makes up for it: as if there were none. */
  @Test
  void withoutTheMarginARecordThatCameInTimeIsLate() {
    proveEmptyBeforeAPutIsSeen(UNSEEN + MARGIN);

    assertThat(pipeline.accepted()).isEqualTo(pipeline.counted()).isEqualTo(1);
  }

  /** Both records are of the window from 940 s to 950 s. */
  private void proveEmptyBeforeAPutIsSeen(long sinceThePut) {
    pipeline.commit("A", 944);
    pipeline.pass(sinceThePut);
    pipeline.stream().advanceTo(pipeline.now());
    pipeline.settle();
    pipeline.commit("A", (ByHand.ARRIVAL - BEHIND) / 1000);
    pipeline.drain();
  }
}
