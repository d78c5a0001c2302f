package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Loss;
import io.windrow.ledger.RunBounds;
import io.windrow.record.Batch;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mapping that was created anew, and begins further on than where the former one stopped. */
class SkippedRecordsTest {
  private static final long MINUTE = 60_000;

  private final ByHand pipeline = new ByHand(new RunBounds(3));
  private final Committer committer = pipeline.committer(pipeline.ports());

  private static Batch part(Batch all, int from, int to) {
    return new Batch(all.shard(), all.records().subList(from, to));
  }

  private void commit(Committer through, Batch batch) {
    through.commit(batch, "token of " + batch.records(), pipeline.now());
  }

  private Loss loss() {
    return pipeline.state().frontiers().read().loss();
  }

  @Test
  void whatItLeavesOutIsNoticedAndWindowsSayIncomplete() {
    Batch all = pipeline.batch("A", 1, 2, 3, 14, 35);
    commit(committer, part(all, 0, 2));
    pipeline.pass(2 * MINUTE);
    commit(committer, part(all, 3, 5));

    assertThat(loss()).isEqualTo(new Loss(pipeline.now(), Set.of(Loss.Cause.RECORDS_SKIPPED)));
    pipeline.settle();
    assertThat(pipeline.state().results().byId().values())
        .hasSize(2)
        .allMatch(result -> result.incomplete());
  }

  @Test
  void aColdEnvironmentNoticesItAtOnce() {
    Batch all = pipeline.batch("A", 1, 2, 3);
    commit(committer, part(all, 0, 1));

    commit(pipeline.committer(pipeline.ports()), part(all, 2, 3));

    assertThat(loss().isOpen()).isTrue();
  }

  /** However a mapping's batches are cut and repeated, and whichever environments they come to. */
  @Test
  void ordinaryBatchesLeaveNothingOut() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      Batch all = pipeline.batch("shard-" + round, new long[1 + random.nextInt(12)]);
      int taken = 0;
      while (taken < all.records().size()) {
        int from = random.nextInt(taken + 1);
        int to = from + 1 + random.nextInt(all.records().size() - from);
        commit(
            random.nextBoolean() ? committer : pipeline.committer(pipeline.ports()),
            part(all, from, to));
        pipeline.pass(random.nextLong(3 * MINUTE));
        taken = Math.max(taken, to);
      }
    }

    assertThat(loss().isOpen()).isFalse();
  }

  /** Sequence numbers have gaps, and what a stream has deleted it doesn't know any more. */
  @Test
  void whatTheStreamHasDeletedIsNotNoticed() {
    Batch all = pipeline.batch("A", 1, 2, 3);
    commit(committer, part(all, 0, 1));
    pipeline.stream().delete("A", all.records().get(1).position());

    commit(pipeline.committer(pipeline.ports()), part(all, 2, 3));

    assertThat(loss().isOpen()).isFalse();
  }
}
