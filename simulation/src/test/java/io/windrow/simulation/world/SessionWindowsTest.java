package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.View;
import io.windrow.window.SessionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions of a gap of 30 s, with a grace of 5 s and at most 200 s long, over shards A and B. */
class SessionWindowsTest {
  private static final SessionPolicy POLICY = new SessionPolicy(30_000, 5_000, 200_000);
  private static final Origin ORIGIN = new Origin(1, "earliest");
  private static final long ARRIVAL = 1_000_000;

  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();
  private int sequence;

  SessionWindowsTest() {
    stream.open("A", List.of());
    stream.open("B", List.of());
  }

  @Test
  void eventsUpToTheGapApartAreOneSession() {
    commit("A", 0, 30, 61);
    drain();

    assertThat(sessions()).containsExactly("0..60: 2", "61..91: 1");
  }

  @Test
  void anEventOfAnotherShardJoinsTwoSessionsThatAreOpen() {
    commit("A", 10, 60);
    commit("B", 35);
    settle();
    drain();

    assertThat(sessions()).containsExactly("10..90: 3");
  }

  @Test
  void aSessionClosesWhenTheLeastWatermarkIsGreaterThanItsLastEventAndGapAndGrace() {
    commit("A", 0);
    commit("A", 35);
    commit("B", 35);
    settle();
    assertThat(sessions()).isEmpty();

    commit("A", 36);
    commit("B", 36);
    settle();
    assertThat(sessions()).containsExactly("0..30: 1");
  }

  @Test
  void theFirstEventAfterASessionThatIsClosedBeginsANewOne() {
    commit("A", 0, 36);
    commit("B", 36);
    settle();
    Counts counts = commit("A", 31);
    drain();

    assertThat(counts.accepted()).isEqualTo(1);
    assertThat(sessions()).containsExactly("0..30: 1", "31..66: 3");
  }

  @Test
  void anEventBehindItsOwnShardByMoreThanTheGraceIsLateThoughItsSessionIsOpen() {
    commit("B", 0);
    Counts counts = commit("A", 0, 20, 14);
    drain();

    assertThat(counts.late()).isEqualTo(1);
    assertThat(sessions()).containsExactly("0..50: 3");
  }

  @Test
  void aStreakIsCutWhereItHasGoneOnForHalfOfTheLongest() {
    for (long second = 10; second <= 420; second += 10) {
      commit("A", second);
      commit("B", second);
      settle();
    }
    drain();

    assertThat(sessions())
        .containsExactly("10..200: 38", "200..300: 20", "300..400: 20", "400..450: 6");
  }

  @Test
  void aStreakThatIsNotAsLongAsHalfOfTheLongestIsNeverCut() {
    commit("A", 60, 80, 100, 120, 140, 159);
    drain();

    assertThat(sessions()).containsExactly("60..189: 6");
  }

  private Counts commit(String shard, long... seconds) {
    Counts counts = Counts.NONE;
    for (long second : seconds) {
      byte[] payload = (second * 1000 + " a 1").getBytes(StandardCharsets.UTF_8);
      Position position = new Position(shard, Integer.toString(++sequence), 0);
      StreamRecord record = new StreamRecord(position, "key", ARRIVAL, payload, false);
      stream.put(record);
      Batch batch = new Batch(shard, List.of(record));
      counts =
          counts.plus(
              new Committer(ports().chains(), steps(), ORIGIN)
                  .commit(batch, "token-" + sequence, ARRIVAL)
                  .counts());
    }
    return counts;
  }

  /** By a settler that remembers nothing, over runs of few commits. */
  private void settle() {
    settler().settle(ARRIVAL, "token-" + ++sequence);
  }

  private void drain() {
    settle();
    settler().endEventTime("end");
    settle();
  }

  private Settler settler() {
    return new Settler(ports(), steps().windows(), ORIGIN, new RunBounds(3));
  }

  private Ports ports() {
    return state.ports(stream);
  }

  private static Steps steps() {
    View view =
        new View(
            "visits",
            "1",
            List.of(),
            POLICY,
            List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));
    return new Steps(new SmallEvents(), new TableEnrichment(List.of()), List.of(view), null);
  }

  private List<String> sessions() {
    return state.results().byId().values().stream()
        .map(
            result ->
                "%d..%d: %s"
                    .formatted(
                        result.windowStart() / 1000,
                        result.windowEnd() / 1000,
                        result.values().get("n")))
        .toList();
  }
}
