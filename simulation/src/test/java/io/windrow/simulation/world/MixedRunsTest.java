package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Manifest;
import io.windrow.ledger.Manifest.Part;
import io.windrow.ledger.Origin;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups that come and go, beside a window of a week that keeps the runs for as long. */
class MixedRunsTest {
  private static final String SHARD = "A";
  private static final int COMMITS = 80;
  private static final long APART = 20_000;
  private static final long WEEK = Duration.ofDays(7).toMillis();
  private static final Origin ORIGIN = new Origin(1, "earliest");

  /** A part for each row, so that a manifest says how many there are. */
  private static final PayloadLimits ROW_BY_ROW = new PayloadLimits(4096, 380_000, 4 << 20, 1);

  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();

  @Test
  void aLargeRunHoldsNoRowsOfShortWindowsThatAreClosed() {
    largeRunsHold(WindowPolicy.tumbling(10_000, 0), 1);
  }

  /** Panes of sessions matter for as long as a session may last; those of ended streaks do not. */
  @Test
  void aLargeRunHoldsNoRowsOfSessionsThatAreClosed() {
    largeRunsHold(new SessionPolicy(5_000, 0, 86_400_000), 3);
  }

  private void largeRunsHold(WindowPolicy window, int most) {
    Steps steps = steps(window);
    stream.open(SHARD, List.of());
    Committer committer = new Committer(state.ports(stream).chains(), steps, ORIGIN);
    Settler settler = settler(steps);
    for (int commit = 1; commit <= COMMITS; commit++) {
      committer.commit(batch(commit, commit * APART), "token-" + commit, 0);
      settler.settle(0, "settling-" + commit);
    }

    List<Manifest> large = state.runs().manifests(SHARD, 3, 0);
    assertThat(large).hasSize((COMMITS + 1) / 27);
    for (Manifest run : large) {
      assertThat(parts(run, "week")).hasSize(1);
      assertThat(parts(run, "short")).hasSizeLessThanOrEqualTo(most);
    }
    closesWhole(committer, steps);
  }

  /** A settler that starts cold reads the week from those runs. */
  private void closesWhole(Committer committer, Steps steps) {
    committer.commit(batch(COMMITS + 1, 2 * WEEK), "last", 0);
    settler(steps).settle(0, "closing");

    List<Result> results = List.copyOf(state.results().byId().values());
    assertThat(results).hasSize(COMMITS + 1);
    assertThat(results.stream().filter(result -> result.view().equals("week")))
        .extracting(result -> result.values().get("n"))
        .containsExactly((long) COMMITS);
  }

  private static List<Part> parts(Manifest run, String view) {
    return run.parts().stream().filter(part -> part.view().equals(view)).toList();
  }

  private Settler settler(Steps steps) {
    return new Settler(
        state.ports(stream), steps.windows(), ORIGIN, new RunBounds(3), ROW_BY_ROW, 100);
  }

  private static Batch batch(int sequence, long time) {
    byte[] payload = (time + " user-" + sequence + " 1").getBytes(StandardCharsets.UTF_8);
    Position position = new Position(SHARD, Integer.toString(sequence), 0);
    return new Batch(SHARD, List.of(new StreamRecord(position, "key", 3 * WEEK, payload, false)));
  }

  private static Steps steps(WindowPolicy window) {
    List<View.Field> byUser = List.of(new View.Field("user", new FieldValue("key")));
    return new Steps(
        new SmallEvents(),
        new TableEnrichment(List.of()),
        List.of(
            view("short", byUser, window), view("week", List.of(), WindowPolicy.tumbling(WEEK, 0))),
        null);
  }

  private static View view(String name, List<View.Field> by, WindowPolicy window) {
    return new View(
        name,
        "1",
        by,
        window,
        List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));
  }
}
