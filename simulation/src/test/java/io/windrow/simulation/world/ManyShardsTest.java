package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Deadline;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More shards than one call has the time to look after. */
class ManyShardsTest {
  private static final int FAN = 3;
  private static final List<String> SHARDS =
      IntStream.range(0, 20).mapToObj("S%02d"::formatted).toList();

  private final ByHand pipeline = new ByHand(new RunBounds(FAN));
  private final CountedReads reads = new CountedReads();
  private final Settler settler = settler();

  private Settler settler() {
    Ports ports = pipeline.ports();
    return pipeline.settler(ports.with(reads.of(ports.runs())));
  }

  @BeforeEach
  void closeWindows() {
    for (int i = 0; i < 3 * FAN; i++) {
      for (String shard : SHARDS) {
        pipeline.commit(shard, 10L * i);
      }
    }
    while (pipeline.settle(settler, () -> true).frontier().isClosing()) {
      // each call comes further
    }
  }

  @Test
  void noRunIsLookedForOnceTheDeadlineIsNear() {
    reads.reset();

    pipeline.settle(settler, () -> true);

    assertThat(reads.requests()).isZero();
  }

  @Test
  void theLastOfThemGetTheirTurn() {
    for (int call = 0; call < 2 * SHARDS.size(); call++) {
      reads.reset();
      Deadline afterAFew = () -> reads.requests() > 2 * FAN;
      pipeline.settle(settler, afterAFew);
    }

    assertThat(SHARDS)
        .allSatisfy(
            shard ->
                assertThat(pipeline.state().ledger().untimed(shard)).hasSizeLessThanOrEqualTo(FAN));
  }
}
