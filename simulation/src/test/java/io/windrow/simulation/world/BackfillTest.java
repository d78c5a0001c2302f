package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Origin;
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
import io.windrow.window.PanePolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pipeline that starts at the earliest record closes a day of windows at once. */
class BackfillTest {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final int MINUTES = 1440;
  private static final int GROUPS = 20;
  private static final Origin ORIGIN = new Origin(1, "earliest");

  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();
  private int sequence;

  /** Each of 1,440 panes is in 1,440 windows: rows by window would be a thousand times the rows. */
  @Test
  void windowsOfADayThatBeginEachMinuteAllClose() {
    stream.open("A", List.of());
    Committer committer = new Committer(state.ports(stream).chains(), steps(), ORIGIN);
    for (int minute = 0; minute < MINUTES; minute++) {
      committer.commit(batch(minute * MINUTE), "token-" + minute, 0);
    }
    committer.commit(new Batch("A", List.of(record(2 * DAY, "last"))), "last", 0);
    Settler settler =
        new Settler(state.ports(stream), steps().windows(), ORIGIN, RunBounds.STANDARD);
    while (state.frontiers().read().closed() < 2 * DAY) {
      settler.settle(0, "settling");
    }

    Collection<Result> results = state.results().byId().values();
    assertThat(results).hasSize(GROUPS * (2 * MINUTES - 1));
    assertThat(results.stream().mapToLong(result -> (Long) result.values().get("n")).sum())
        .isEqualTo((long) GROUPS * MINUTES * MINUTES);
  }

  private Batch batch(long time) {
    List<StreamRecord> records = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      records.add(record(time, "g" + group));
    }
    return new Batch("A", records);
  }

  private StreamRecord record(long time, String group) {
    byte[] payload = (time + " " + group + " 1").getBytes(StandardCharsets.UTF_8);
    Position position = new Position("A", Integer.toString(++sequence), 0);
    return new StreamRecord(position, "key", 3 * DAY, payload, false);
  }

  private static Steps steps() {
    View view =
        new View(
            "counts",
            "1",
            List.of(new View.Field("group", new FieldValue("key"))),
            new PanePolicy(DAY, MINUTE, 0),
            List.of(new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of())));
    return new Steps(new SmallEvents(), new TableEnrichment(List.of()), List.of(view), null);
  }
}
