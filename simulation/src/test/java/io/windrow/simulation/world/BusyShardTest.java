package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settled;
import io.windrow.ledger.Source;
import io.windrow.ledger.Standing;
import io.windrow.ledger.Standing.Cause;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BusyShardTest {
  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);

  @Test
  void aShardThatDoesNotAnswerHoldsWindowsByItsWatermarkAndNoOtherShardUp() {
    pipeline.commit("A", 1, 100);
    pipeline.commit("B", 50);
    pipeline.commit("C", 5);

    Settled settled = pipeline.settle(pipeline.ports().with(new Throttled(pipeline.stream(), "B")));

    assertThat(settled.frontier().closed()).isEqualTo(50_000);
    assertThat(settled.standings()).contains(new Standing("B", 50_000, Cause.UNANSWERED));
  }

  /** A source that is too busy to say anything of one shard. */
  private record Throttled(Source real, String shard) implements Source {
    @Override
    public List<Shard> shards() {
      return real.shards();
    }

    @Override
    public Probe probe(String asked, @Nullable Position after) {
      return asked.equals(shard) ? new Probe.Unanswered() : real.probe(asked, after);
    }
  }
}
