package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Loss;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settled;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Source;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.view.View;
import io.windrow.window.SessionPolicy;
import io.windrow.window.Watermark;
import io.windrow.window.WindowPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LostShardTest {
  private static final long NOW = 60_000;

  private final MemoryState state = new MemoryState();
  private List<String> listed = List.of("A", "B");
  private List<String> gone = List.of();
  private Map<String, List<String>> parents = Map.of();
  private WindowPolicy window = WindowPolicy.tumbling(10_000, 0);
  private @Nullable Long behind;
  private @Nullable Long emptyAt;
  private int sequence;

  @Test
  void aShardThatLeavesTheListNoLongerHoldsWindowsAndItsWindowsSayIncomplete() {
    commit("A", 1, 12);
    commit("B", 2);
    settle();
    assertThat(state.results().byId()).isEmpty();

    listed = List.of("A");
    assertThat(settle().lost()).containsExactly("B");
    readPastTheLoss();
    commit("A", 25, 95);
    settle();

    assertThat(state.ledger().head("B")).get().isInstanceOf(Entry.End.class);
    assertThat(incomplete()).isEqualTo("0 true, 10000 true, 20000 false");
  }

  /** They arrived before the loss, as the lost ones did, and may be of the same time. */
  @Test
  void windowsOfRecordsThatWaitedWhenAShardWasLostSayIncomplete() {
    commit("A", 1);
    commit("B", 2);
    listed = List.of("A");
    settle();
    commit("A", 25, 45);
    settle();
    readPastTheLoss();
    commit("A", 55, 65);
    settle();

    assertThat(incomplete()).isEqualTo("0 true, 20000 true, 40000 true, 50000 false");
  }

  /** Then event time goes by the clock, however far it has come: the loss is at 60 s. */
  @Test
  void whatIsLostIsNoLaterThanTheLossWhereTheOwnerHasSaidHowLateRecordsCome() {
    behind = 10_000_000L;
    commit("A", 1);
    commit("B", 2);
    listed = List.of("A");
    settle();
    readPastTheLoss();
    commit("A", 55, 71, 85);
    settle();

    assertThat(incomplete()).isEqualTo("0 true, 50000 true, 70000 false");
  }

  @Test
  void aShardThatIsFurthestAndLeavesTheListIsLostToo() {
    commit("A", 1);
    commit("B", 50);
    listed = List.of("A");

    settle();

    assertThat(state.ledger().head("B"))
        .get()
        .isInstanceOfSatisfying(Entry.End.class, end -> assertThat(end.lost()).isTrue());
  }

  @Test
  void aShardThatLeavesTheListInsideARecordIsLostToo() {
    commit("A", 75);
    commit("B", true, 7);
    listed = List.of("A");

    assertThat(settle().lost()).containsExactly("B");
    assertThat(state.frontiers().read().closed()).isGreaterThan(7_000);
  }

  /** A stream may list a shard that it has just dropped, or not know one yet that it lists. */
  @Test
  void aShardThatIsListedIsNotLostThoughTheStreamSaysThatItIsGone() {
    commit("A", 75);
    commit("B", 7);
    gone = List.of("B");

    assertThat(settle().lost()).isEmpty();

    assertThat(state.ledger().head("B")).get().isInstanceOf(Entry.Commit.class);
    assertThat(state.frontiers().read().closed()).isEqualTo(7_000);
  }

  /** C, which B was split into, goes on from where B has come to, and waits until B is lost. */
  @Test
  void aChildOfALostShardGoesOnFromIt() {
    commit("A", 1);
    commit("B", 7);
    listed = List.of("A", "C");
    parents = Map.of("C", List.of("B"));

    settle();

    assertThat(state.ledger().head("B"))
        .get()
        .isInstanceOfSatisfying(
            Entry.End.class, end -> assertThat(end.children()).containsExactly("C"));
    settle();
    assertThat(state.ledger().entry("C", 0)).get().extracting(Entry::watermark).isEqualTo(7_000L);
  }

  /** Were the end there first, a closer could announce windows that lack its records. */
  @Test
  void windowsAreIncompleteBeforeTheChainOfALostShardEnds() {
    commit("A", 1);
    commit("B", 7);
    listed = List.of("A");
    Ledger dying =
        new ForwardingLedger(state.ledger()) {
          @Override
          public @Nullable Entry append(String shard, Entry entry) {
            if (entry instanceof Entry.End) {
              throw new SimulatedException("dies");
            }
            return real.append(shard, entry);
          }
        };

    assertThatThrownBy(() -> settle(ports().with(dying))).hasMessage("dies");

    assertThat(state.frontiers().read().loss())
        .isEqualTo(new Loss(NOW, Set.of(Loss.Cause.SHARD_LOST)));
    assertThat(state.frontiers().read().incompleteBefore()).isEqualTo(Watermark.END);
  }

  /** The loss is at 60 s: an event that is lost may have been the beginning of what is at 69 s. */
  @Test
  void aSessionThatBeginsUpToTheGapAfterTheLossIsIncomplete() {
    window = new SessionPolicy(10_000, 0, 86_400_000);
    behind = 10_000_000L;
    commit("A", 12);
    commit("B", 2);
    listed = List.of("A");
    settle();
    readPastTheLoss();

    commit("A", 69, 85, 110);
    settle();

    assertThat(incomplete()).isEqualTo("2000 true, 69000 true, 85000 false");
  }

  private String incomplete() {
    return state.results().byId().values().stream()
        .map(result -> result.windowStart() + " " + result.incomplete())
        .collect(Collectors.joining(", "));
  }

  /** All that has come to shards by 20 s after the loss is taken. */
  private void readPastTheLoss() {
    emptyAt = NOW + 20_000;
    settle();
    emptyAt = null;
  }

  private void commit(String shard, long... seconds) {
    commit(shard, false, seconds);
  }

  private void commit(String shard, boolean moreInside, long... seconds) {
    for (long second : seconds) {
      byte[] payload = (second * 1000 + " a 1").getBytes(StandardCharsets.UTF_8);
      Position position = new Position(shard, Integer.toString(++sequence), 0);
      StreamRecord record = new StreamRecord(position, "key", 1_000_000, payload, moreInside);
      new Committer(ports().chains(), steps(), new Origin(1, "earliest"))
          .commit(new Batch(shard, List.of(record)), "token-" + sequence, NOW);
    }
  }

  private Settled settle() {
    return settle(ports());
  }

  private Settled settle(Ports through) {
    return new Settler(through, steps().windows(), new Origin(1, "earliest"), RunBounds.STANDARD)
        .settle(NOW, "token-" + ++sequence);
  }

  private Ports ports() {
    return state.ports(new ListedShards());
  }

  private Steps steps() {
    View.Computed count =
        new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of());
    View view = new View("counts", "1", List.of(), window, List.of(count));
    return new Steps(new SmallEvents(), new TableEnrichment(List.of()), List.of(view), behind);
  }

  /** Shards whose records all wait, until they leave the list or are gone. */
  private final class ListedShards implements Source {
    @Override
    public List<Shard> shards() {
      return listed.stream()
          .map(shard -> new Shard(shard, parents.getOrDefault(shard, List.of())))
          .toList();
    }

    @Override
    public Probe probe(String shard, @Nullable Position after) {
      if (!listed.contains(shard) || gone.contains(shard)) {
        return new Probe.Gone();
      }
      return emptyAt == null ? new Probe.Waiting() : new Probe.Empty(emptyAt);
    }
  }
}
