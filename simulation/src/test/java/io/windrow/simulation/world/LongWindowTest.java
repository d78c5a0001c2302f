package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Frontiers;
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
import io.windrow.view.Result;
import io.windrow.view.View;
import io.windrow.window.WindowPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What closing a long window reads grows with the logarithm of its commits, by fixed bounds. */
class LongWindowTest {
  private static final String SHARD = "A";
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int FAN = RunBounds.STANDARD.fan();

  /** One run of the second level, three of the first, and five entries, item 0 being one. */
  private static final int ENTRIES = FAN * FAN + 3 * FAN + 5;

  /** How often, at most, a settling looks at the head of a chain. */
  private static final int HEADS = 8;

  /** And at the latest runs, of two levels. */
  private static final int LATEST = 2 * HEADS;

  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();
  private final CountedReads reads = new CountedReads();
  private final Frontiers frontiers = state.frontiers();

  @Test
  void aWindowOverThousandsOfCommitsClosesByTensOfReads() {
    stream.open(SHARD, List.of());
    Committer committer =
        new Committer(ports(frontiers).chains(), steps(), new Origin(1, "earliest"));
    Settler meanwhile = settler(frontiers);
    for (int commit = 1; commit < ENTRIES - 1; commit++) {
      committer.commit(batch(commit, commit), "token-" + commit, 0);
      if (commit % FAN == 0) {
        meanwhile.settle(0, "settling-" + commit);
      }
    }
    committer.commit(batch(ENTRIES - 1, DAY), "last", 0);
    reads.reset();
    CountedReads atClosed = new CountedReads();
    Frontiers watched = new ClosingWatch(frontiers, () -> atClosed.set(reads));

    settler(watched).settle(0, "closing");

    assertThat(state.results().byId().values())
        .extracting(Result::values)
        .containsExactly(Map.of("n", (long) ENTRIES - 2));
    // 4 runs, each a manifest that holds its part, and 5 entries.
    assertThat(atClosed.items()).isLessThanOrEqualTo(4 + 5 + HEADS);
    // 2 pages of manifests and 1 of entries; and a look past the end of each of 4 levels and of the
    // chain.
    assertThat(atClosed.requests()).isLessThanOrEqualTo(2 + 1 + 4 + 1 + HEADS);
  }

  @Test
  void settlingReadsOnlyWhatIsNew() {
    stream.open(SHARD, List.of());
    Committer committer =
        new Committer(ports(frontiers).chains(), steps(), new Origin(1, "earliest"));
    Settler settler = settler(frontiers);
    int mostItems = 0;
    for (int commit = 1; commit < ENTRIES; commit++) {
      committer.commit(batch(commit, commit), "token-" + commit, 0);
      if (commit % FAN == 0) {
        reads.reset();
        settler.settle(0, "settling-" + commit);
        mostItems = Math.max(mostItems, reads.items());
      }
    }

    // The new entries three times, to close, to see what they keep and to make their run; and once
    // in a while the manifests of the runs of which a larger one is made, and these again to let
    // them expire.
    assertThat(mostItems).isLessThanOrEqualTo(3 * FAN + 2 * FAN + LATEST + HEADS);
  }

  private Settler settler(Frontiers through) {
    return new Settler(
        ports(through), steps().windows(), new Origin(1, "earliest"), RunBounds.STANDARD);
  }

  private Ports ports(Frontiers through) {
    Ports plain = state.ports(stream).with(through);
    return plain.with(reads.of(plain.ledger())).with(reads.of(plain.runs()));
  }

  private static Batch batch(int sequence, long time) {
    byte[] payload = (time + " a 1").getBytes(StandardCharsets.UTF_8);
    Position position = new Position(SHARD, Integer.toString(sequence), 0);
    return new Batch(SHARD, List.of(new StreamRecord(position, "key", 2 * DAY, payload, false)));
  }

  private static Steps steps() {
    View view =
        new View(
            "counts",
            "1",
            List.of(),
            WindowPolicy.tumbling(DAY, 0),
            List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));
    return new Steps(new SmallEvents(), new TableEnrichment(List.of()), List.of(view), null);
  }
}
