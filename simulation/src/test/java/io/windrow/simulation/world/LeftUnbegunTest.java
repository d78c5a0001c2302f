package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingFrontiers;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Source;
import io.windrow.record.Position;
import io.windrow.view.Result;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shards that have left the stream before their chains have begun. */
class LeftUnbegunTest {
  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);

  @Test
  void aShardThatJoinedAndLeftHoldsNoWindowAndTheyAreIncomplete() {
    pipeline.commit("A", 1, 15);
    Ports crashing =
        pipeline.ports().with(new CrashesOnceItHasJoined(pipeline.ports().frontiers()));
    assertThatThrownBy(() -> pipeline.commit(crashing, "B", 2)).hasMessage("crash");
    assertThat(pipeline.state().frontiers().read().members()).contains("B");

    Ports without = pipeline.ports().with(new Without(pipeline.stream(), Set.of("B")));
    pipeline.commit(without, "A", 30);
    pipeline.settle(without);

    assertIncomplete(0L, 10_000L);
    assertThat(pipeline.state().ledger().head("B")).get().isInstanceOf(Entry.End.class);
  }

  @Test
  void aChildThatItsParentNamesAndThatLeftHoldsNoWindowAndTheyAreIncomplete() {
    Source beforeTheSplit = splitBIntoC();
    pipeline.settle(pipeline.ports().with(beforeTheSplit));

    Ports without = pipeline.ports().with(new Without(pipeline.stream(), Set.of("B", "C")));
    pipeline.commit(without, "A", 30);
    pipeline.settle(without);

    assertIncomplete(0L, 10_000L);
  }

  /** Whoever asks by an old list must not take a shard that is there for one that has left. */
  @Test
  void aChildThatAnOldListLacksIsWaitedFor() {
    Source beforeTheSplit = splitBIntoC();

    pipeline.settle(pipeline.ports().with(beforeTheSplit));
    pipeline.settle(pipeline.ports().with(beforeTheSplit));
    pipeline.commit("C", 6);
    pipeline.drain();

    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(4);
  }

  /** The stream as who has an old list sees it. */
  private Source splitBIntoC() {
    pipeline.commit("A", 1, 15);
    pipeline.commit("B", 5);
    Source before = new Listed(pipeline.stream(), pipeline.stream().shards());
    pipeline.stream().open("C", List.of("B"));
    pipeline.stream().close("B", List.of("C"));
    return before;
  }

  private void assertIncomplete(Long... windows) {
    assertThat(pipeline.state().results().byId().values())
        .allMatch(Result::incomplete)
        .extracting(Result::windowStart)
        .containsExactly(windows);
  }

  private static final class CrashesOnceItHasJoined extends ForwardingFrontiers {
    CrashesOnceItHasJoined(Frontiers real) {
      super(real);
    }

    @Override
    public boolean replace(Frontier expected, Frontier next) {
      real.replace(expected, next);
      throw new SimulatedException("crash");
    }
  }

  /** A stream that some shards have left. */
  private record Without(Source real, Set<String> gone) implements Source {
    @Override
    public List<Shard> shards() {
      return real.shards().stream().filter(shard -> !gone.contains(shard.id())).toList();
    }

    @Override
    public Probe probe(String shard, @Nullable Position after) {
      return gone.contains(shard) ? new Probe.Gone() : real.probe(shard, after);
    }
  }

  private record Listed(Source real, List<Shard> shards) implements Source {
    @Override
    public Probe probe(String shard, @Nullable Position after) {
      return real.probe(shard, after);
    }
  }
}
