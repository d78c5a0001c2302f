package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Source;
import io.windrow.record.Position;
import io.windrow.simulation.world.FrontierRemovals.ClosesUnconditionally;
import io.windrow.simulation.world.FrontierRemovals.ClosesWithoutMembers;
import io.windrow.simulation.world.FrontierRemovals.JoinsUnconditionally;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The races that chance hardly finds, each as one schedule: shard B is new while another closer
 * closes windows up to 100 s. With the safeguard the counts of accepted events and of results are
 * the same; without it an accepted event is in no result.
 */
class DirectedScheduleTest {
  private final ByHand pipeline = new ByHand(RunBounds.STANDARD);

  @Test
  void aShardThatJoinsWhileWindowsCloseTakesTheClosingAsItsWatermark() {
    joinWhileOthersClose(UnaryOperator.identity());

    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(2);
  }

  @Test
  void withoutAConditionOnJoiningAnEventIsLost() {
    joinWhileOthersClose(JoinsUnconditionally::new);

    assertThat(pipeline.counted()).isLessThan(pipeline.accepted());
  }

  /** B reads the frontier to join; before it writes, a closer that does not know B closes. */
  private void joinWhileOthersClose(UnaryOperator<Frontiers> removal) {
    pipeline.commit("A", 1, 100);
    Source withoutB = new StaleList(pipeline.stream(), pipeline.stream().shards());
    Ports joining = interrupted(removal, () -> pipeline.settle(pipeline.ports().with(withoutB)));
    pipeline.commit(joining, "B", 5);
    pipeline.drain();
  }

  @Test
  void aCloserThatPausesDoesNotCloseOverAShardThatHasJoined() {
    closeWhileAnotherJoins(UnaryOperator.identity());

    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(4);
  }

  @Test
  void withoutAConditionOnMembersAnEventIsLost() {
    closeWhileAnotherJoins(ClosesWithoutMembers::new);

    assertThat(pipeline.counted()).isLessThan(pipeline.accepted());
  }

  /** A closer reads the members and their watermarks; before it writes, B joins and accepts. */
  private void closeWhileAnotherJoins(UnaryOperator<Frontiers> removal) {
    pipeline.commit("A", 1, 100);
    Ports closing = interrupted(removal, () -> pipeline.commit("B", 5));
    pipeline.settle(closing);
    pipeline.commit("B", 6);
    pipeline.drain();
  }

  /** B has joined; before its item 0 is put, a closer that does not know B closes. */
  @Test
  void nothingClosesPastAShardThatHasJoinedAndNotBegun() {
    pipeline.commit("A", 1, 100);
    Source withoutB = new StaleList(pipeline.stream(), pipeline.stream().shards());
    Ports ports = pipeline.ports();
    Ports beginning =
        ports.with(
            new ForwardingLedger(ports.ledger()) {
              @Override
              public @Nullable Entry append(String shard, Entry entry) {
                if (entry instanceof Entry.Begin) {
                  pipeline.settle(pipeline.ports().with(withoutB));
                }
                return real.append(shard, entry);
              }
            });

    pipeline.commit(beginning, "B", 5);
    pipeline.drain();

    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(3);
  }

  @Test
  void aCloserThatPausesDoesNotTakeClosingBack() {
    closeTwice(UnaryOperator.identity());

    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(4);
  }

  @Test
  void withoutAConditionOnClosingAnEventIsLost() {
    closeTwice(ClosesUnconditionally::new);

    assertThat(pipeline.counted()).isLessThan(pipeline.accepted());
  }

  /** A closer is about to close up to 50 s; before it writes, another closes up to 100 s. */
  private void closeTwice(UnaryOperator<Frontiers> removal) {
    pipeline.commit("A", 1, 50);
    Ports closing =
        interrupted(
            removal,
            () -> {
              pipeline.commit("A", 75, 100);
              pipeline.settle();
            });
    pipeline.settle(closing);
    pipeline.commit("B", 75);
    pipeline.drain();
  }

  /** A is behind nobody, so that nobody asks it for records but for the sake of its child. */
  @Test
  void aChildWithoutRecordsBeginsAlthoughOneOfItsParentsIsTheFurthestOfAll() {
    pipeline.commit("A", 1, 100);
    pipeline.commit("B", 5);
    pipeline.stream().open("C", List.of("A", "B"));
    pipeline.stream().close("A", List.of("C"));
    pipeline.stream().close("B", List.of("C"));

    pipeline.settle();

    assertThat(pipeline.state().ledger().head("C")).isPresent();
  }

  /** What was taken away stands nearest to the store, below what holds the writer up. */
  private Ports interrupted(UnaryOperator<Frontiers> removal, Runnable meanwhile) {
    Ports ports = pipeline.ports();
    return ports.with(new Interrupted(removal.apply(ports.frontiers()), meanwhile));
  }

  private record StaleList(Source real, List<Shard> shards) implements Source {
    @Override
    public Probe probe(String shard, @Nullable Position after) {
      return real.probe(shard, after);
    }
  }
}
