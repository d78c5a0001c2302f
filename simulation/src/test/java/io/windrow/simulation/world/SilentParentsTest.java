package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Deadline;
import io.windrow.ledger.Entry;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Source;
import io.windrow.record.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many shards that were silent for long split at once, and take their time to say so. */
class SilentParentsTest {
  private static final int MANY = 30;

  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);
  private final Reluctant source = new Reluctant(pipeline.stream());
  private final Settler settler = pipeline.settler(pipeline.ports().with(source));

  @Test
  void parentsAreAskedTogetherAndEachOnceASettling() {
    splitMany();
    source.silent = true;

    pipeline.settle(settler);

    assertThat(source.asked).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(source.together).isEqualTo(1);
    assertThat(source.alone).isZero();

    source.silent = false;
    pipeline.settle(settler);

    assertThat(source.alone).isZero();
    assertThat(pipeline.state().ledger().shards()).hasSize(1 + 3 * MANY);
  }

  @Test
  void nobodyIsAskedOnceTheDeadlineIsNear() {
    splitMany();

    pipeline.settle(settler, () -> true);

    assertThat(source.asked).isEmpty();
    assertThat(pipeline.state().ledger().shards()).hasSize(1 + MANY);
  }

  /** Nobody has read B, C and D, which are without records, and have split in turn. */
  @Test
  void shardsOfSeveralGenerationsBeginInOneSettling() {
    pipeline.commit("A", 5);
    split("A", "B");
    split("B", "C");
    split("C", "D");

    pipeline.settle(settler);

    assertThat(pipeline.state().ledger().head("C")).get().isInstanceOf(Entry.End.class);
    assertThat(pipeline.state().ledger().head("D")).get().isInstanceOf(Entry.Begin.class);
    assertThat(source.together).isEqualTo(1);
  }

  /**
   * What is asked after a settling has read the heads may be past a record that comes meanwhile.
   */
  @Test
  void aParentThatIsCommittedToWhileItIsAskedIsEndedPastThatRecord() {
    pipeline.commit("A", 5);
    pipeline.commit("B", 50);
    split("A", "C");
    pipeline.commit("C", 6);
    source.meanwhile =
        () -> {
          pipeline.stream().close("B", List.of("D"));
          pipeline.stream().open("D", List.of("B"));
          pipeline.commit("B", 51);
        };

    pipeline.settle(settler);
    pipeline.settle(settler);
    pipeline.drain();

    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(4);
  }

  /** Parents that are behind another shard too, so that they are asked for two reasons. */
  private void splitMany() {
    pipeline.commit("ahead", 100);
    List<String> parents = IntStream.range(0, MANY).mapToObj("P%02d"::formatted).toList();
    parents.forEach(parent -> pipeline.commit(parent, 5));
    parents.forEach(parent -> split(parent, parent + "-1", parent + "-2"));
  }

  private void split(String parent, String... children) {
    for (String child : children) {
      pipeline.stream().open(child, List.of(parent));
    }
    pipeline.stream().close(parent, List.of(children));
  }

  /** A source whose shards may say nothing, and to which something may happen while it is asked. */
  private static final class Reluctant implements Source {
    private final Source real;
    private final List<String> asked = new ArrayList<>();
    private final Set<String> inThisCall = new HashSet<>();
    private boolean silent;
    private int together;
    private int alone;
    private Runnable meanwhile = () -> {};

    Reluctant(Source real) {
      this.real = real;
    }

    @Override
    public List<Shard> shards() {
      return real.shards();
    }

    @Override
    public Probe probe(String shard, @Nullable Position after) {
      if (!inThisCall.contains(shard)) {
        alone++;
      }
      asked.add(shard);
      return silent ? new Probe.Unanswered() : real.probe(shard, after);
    }

    @Override
    public Map<String, Probe> probes(Map<String, @Nullable Position> after, Deadline deadline) {
      together++;
      inThisCall.addAll(after.keySet());
      Runnable once = meanwhile;
      meanwhile = () -> {};
      once.run();
      Map<String, Probe> probes = Source.super.probes(after, deadline);
      inThisCall.clear();
      return probes;
    }
  }
}
