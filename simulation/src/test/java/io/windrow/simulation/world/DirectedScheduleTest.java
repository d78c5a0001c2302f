package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Source;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryFrontiers;
import io.windrow.simulation.memory.MemoryLedger;
import io.windrow.simulation.memory.MemoryQuarantine;
import io.windrow.simulation.memory.MemoryResults;
import io.windrow.simulation.memory.MemoryRuns;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.simulation.world.FrontierRemovals.ClosesUnconditionally;
import io.windrow.simulation.world.FrontierRemovals.ClosesWithoutMembers;
import io.windrow.simulation.world.FrontierRemovals.JoinsUnconditionally;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The races that chance hardly finds, each as one schedule: shard B is new while another closer
 * closes windows up to 100 s. With the safeguard the counts of accepted events and of results are
 * the same; without it an accepted event is in no result.
 */
class DirectedScheduleTest {
  private static final long ARRIVAL = 1_000_000;

  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryFrontiers frontiers = new MemoryFrontiers();
  private final MemoryRuns runs = new MemoryRuns();
  private final MemoryResults results = new MemoryResults();
  private final MemoryQuarantine quarantine = new MemoryQuarantine();
  private final MemoryStream stream = new MemoryStream();
  private int sequence;

  @Test
  void aShardThatJoinsWhileWindowsCloseTakesTheClosingAsItsWatermark() {
    joinWhileOthersClose(UnaryOperator.identity());

    assertThat(counted()).isEqualTo(accepted()).isEqualTo(2);
  }

  @Test
  void withoutAConditionOnJoiningAnEventIsLost() {
    joinWhileOthersClose(JoinsUnconditionally::new);

    assertThat(counted()).isLessThan(accepted());
  }

  /** B reads the frontier to join; before it writes, a closer that does not know B closes. */
  private void joinWhileOthersClose(UnaryOperator<Frontiers> removal) {
    commit(frontiers, "A", 1, 100);
    Source withoutB = new StaleList(stream, stream.shards());
    Frontiers joining =
        interrupted(removal, () -> settler(frontiers, withoutB).settle(ARRIVAL, "closer"));
    commit(joining, "B", 5);
    drain();
  }

  @Test
  void aCloserThatPausesDoesNotCloseOverAShardThatHasJoined() {
    closeWhileAnotherJoins(UnaryOperator.identity());

    assertThat(counted()).isEqualTo(accepted()).isEqualTo(4);
  }

  @Test
  void withoutAConditionOnMembersAnEventIsLost() {
    closeWhileAnotherJoins(ClosesWithoutMembers::new);

    assertThat(counted()).isLessThan(accepted());
  }

  /** A closer reads the members and their watermarks; before it writes, B joins and accepts. */
  private void closeWhileAnotherJoins(UnaryOperator<Frontiers> removal) {
    commit(frontiers, "A", 1, 100);
    Frontiers closing = interrupted(removal, () -> commit(frontiers, "B", 5));
    settler(closing, stream).settle(ARRIVAL, "closer");
    commit(frontiers, "B", 6);
    drain();
  }

  @Test
  void aCloserThatPausesDoesNotTakeClosingBack() {
    closeTwice(UnaryOperator.identity());

    assertThat(counted()).isEqualTo(accepted()).isEqualTo(4);
  }

  @Test
  void withoutAConditionOnClosingAnEventIsLost() {
    closeTwice(ClosesUnconditionally::new);

    assertThat(counted()).isLessThan(accepted());
  }

  /** A closer is about to close up to 50 s; before it writes, another closes up to 100 s. */
  private void closeTwice(UnaryOperator<Frontiers> removal) {
    commit(frontiers, "A", 1, 50);
    Frontiers closing =
        interrupted(
            removal,
            () -> {
              commit(frontiers, "A", 75, 100);
              settle();
            });
    settler(closing, stream).settle(ARRIVAL, "closer");
    commit(frontiers, "B", 75);
    drain();
  }

  /** A is behind nobody, so that nobody asks it for records but for the sake of its child. */
  @Test
  void aChildWithoutRecordsBeginsAlthoughOneOfItsParentsIsTheFurthestOfAll() {
    commit(frontiers, "A", 1, 100);
    commit(frontiers, "B", 5);
    stream.open("C", List.of("A", "B"));
    stream.close("A", List.of("C"));
    stream.close("B", List.of("C"));

    settle();

    assertThat(ledger.head("C")).isPresent();
  }

  private void commit(Frontiers through, String shard, long... seconds) {
    if (stream.shards().stream().noneMatch(known -> known.id().equals(shard))) {
      stream.open(shard, List.of());
    }
    List<StreamRecord> records =
        Arrays.stream(seconds).mapToObj(second -> record(shard, second)).toList();
    records.forEach(stream::put);
    committer(through).commit(new Batch(shard, records), "token-" + sequence++, ARRIVAL);
  }

  private StreamRecord record(String shard, long seconds) {
    byte[] payload = (seconds * 1000 + " a 1").getBytes(StandardCharsets.UTF_8);
    Position position = new Position(shard, Integer.toString(++sequence), 0);
    return new StreamRecord(position, "key", ARRIVAL, payload, false);
  }

  private Committer committer(Frontiers through) {
    return new Committer(ports(through, stream), steps(), new Origin(1, "earliest"));
  }

  private void settle() {
    settler(frontiers, stream).settle(ARRIVAL, "token-" + sequence++);
  }

  private Settler settler(Frontiers through, Source source) {
    return new Settler(
        ports(through, source), steps(), new Origin(1, "earliest"), RunBounds.STANDARD);
  }

  private void drain() {
    settle();
    settler(frontiers, stream).endEventTime("end");
    settle();
  }

  /** What was taken away stands nearest to the store, below what holds the writer up. */
  private Frontiers interrupted(UnaryOperator<Frontiers> removal, Runnable meanwhile) {
    return new Interrupted(removal.apply(frontiers), meanwhile);
  }

  private record StaleList(Source real, List<Shard> shards) implements Source {
    @Override
    public Probe probe(String shard, @Nullable Position after) {
      return real.probe(shard, after);
    }
  }

  private Ports ports(Frontiers through, Source source) {
    return new Ports(ledger, through, runs, results, quarantine, source);
  }

  private static Steps steps() {
    View view =
        new View(
            "counts",
            "1",
            List.of(),
            WindowPolicy.tumbling(10_000, 0),
            List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));
    return new Steps(new SmallEvents(), new TableEnrichment(List.of()), List.of(view), null);
  }

  private long counted() {
    return results.byId().values().stream()
        .map(Result::values)
        .mapToLong(values -> (Long) Objects.requireNonNull(values.get("n")))
        .sum();
  }

  private long accepted() {
    return List.of("A", "B").stream()
        .flatMap(shard -> ledger.history(shard).stream())
        .filter(Entry.Commit.class::isInstance)
        .mapToLong(entry -> ((Entry.Commit) entry).counts().accepted())
        .sum();
  }
}
