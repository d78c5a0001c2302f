package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Committer;
import io.windrow.ledger.DividedShardException;
import io.windrow.ledger.RunBounds;
import io.windrow.record.Batch;
import io.windrow.record.StreamRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping whose parallelization factor is 2: it reads a shard in two lanes, by partition key. */
class TwoLanesTest {
  private final ByHand pipeline = new ByHand(new RunBounds(3));
  private final Committer one = pipeline.committer(pipeline.ports());
  private final Committer other = pipeline.committer(pipeline.ports());

  private static Batch of(Batch all, List<Integer> places) {
    return new Batch(
        all.shard(), places.stream().map(place -> all.records().get(place - 1)).toList());
  }

  private void commit(Committer lane, Batch batch) {
    lane.commit(batch, "token-of-a-lane-" + batch.records(), pipeline.now());
  }

  @ParameterizedTest
  @CsvSource({"'2,4,6', '1,3,5'", "'1,3,5', '2,4,6'", "'1,3,6', '2,4,5'", "'1,2,3', '4,5,6'"})
  void theSlowerLaneOfAShardFailsInsteadOfDroppingWhatItHas(String first, String second) {
    Batch all = pipeline.batch("A", 1, 2, 3, 4, 5, 6);
    commit(one, of(all, places(first)));
    boolean areDivided = !first.equals("1,2,3");
    if (areDivided) {
      assertThatThrownBy(() -> commit(other, of(all, places(second))))
          .isInstanceOf(DividedShardException.class)
          .hasMessageContaining("parallelization factor");
    } else {
      commit(other, of(all, places(second)));
      pipeline.drain();
      assertThat(pipeline.counted()).isEqualTo(6);
    }
  }

  private static List<Integer> places(String text) {
    return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
  }

  @Test
  void lanesThatRememberTheirHeadsAreNoticedWhereTheyMeet() {
    Batch all = pipeline.batch("A", 1, 2, 3, 4, 5, 6);
    commit(one, of(all, List.of(1)));
    commit(other, of(all, List.of(2)));
    commit(one, of(all, List.of(3, 5)));
    assertThatThrownBy(() -> commit(other, of(all, List.of(4, 6))))
        .isInstanceOf(DividedShardException.class);
  }

  /** However a sole reader's batches are cut, repeated and overtaken, they prove nothing. */
  @Test
  void aSoleReaderIsNeverTakenForTwo() {
    Random random = new Random(17);
    for (int round = 0; round < 100; round++) {
      String shard = "shard-" + round;
      Batch all = pipeline.batch(shard, new long[1 + random.nextInt(12)]);
      int size = all.records().size();
      int taken = 0;
      while (taken < size) {
        int from = random.nextInt(taken + 1);
        int to = from + 1 + random.nextInt(size - from);
        List<StreamRecord> stretch = all.records().subList(from, to);
        Committer environment = random.nextBoolean() ? one : other;
        assertThatCode(() -> commit(environment, new Batch(shard, stretch)))
            .as("%s of %s", stretch, all)
            .doesNotThrowAnyException();
        taken = Math.max(taken, to);
      }
    }
    pipeline.drain();
    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted());
  }

  @Test
  void whatALaneHasMissedStopsTheShardUntilAGreaterGenerationIsDeployed() {
    Batch all = pipeline.batch("A", 1, 2, 3, 4, 5, 6);
    commit(one, of(all, List.of(2, 4, 6)));
    assertThatThrownBy(() -> commit(other, all)).isInstanceOf(DividedShardException.class);

    ByHand mended = pipeline.deployed();
    assertThatCode(() -> mended.committer(mended.ports()).commit(all, "mended", mended.now()))
        .doesNotThrowAnyException();
  }
}
