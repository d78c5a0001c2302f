package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Kept;
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
import io.windrow.simulation.world.FieldValue;
import io.windrow.view.View;
import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import io.windrow.window.WindowPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline of one view, driven by hand through the real fold, ledger and closing: the sum of
 * {@code value} by {@code key} in one kind of window. Every record comes in a batch of its own, and
 * then all that came since come again together, so that no case hangs on how records were cut.
 *
 * <p>A watermark is the lesser of an event's time and its arrival. At first, records arrive long
 * before anything happens, so that {@link #watermark} alone moves time, as the harnesses of Flink
 * and Beam have it; after {@link #eventsMoveTime} they arrive long after, as stream time goes in
 * Kafka Streams.
 */
final class Windowing {
  private static final long LONG_BEFORE = -864_000_000;
  private static final long LONG_AFTER = 864_000_000;
  private static final Origin ORIGIN = new Origin(1, "earliest");

  private final MemoryStream stream = new MemoryStream();
  private final MemoryState state = new MemoryState();
  private final Ports ports = state.ports(stream);
  private final Steps steps;
  private Committer committer;
  private Settler settler;

  private final Set<String> open = new TreeSet<>();
  private final Set<String> keptBack = new TreeSet<>();
  private final Map<String, Position> delivered = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> late = new ArrayList<>();
  private String shard = "";
  private long arrival = LONG_BEFORE;
  private long drawn;

  private Windowing(WindowPolicy window) {
    View view =
        new View(
            "sums",
            "fingerprint",
            List.of(new View.Field("key", new FieldValue("key"))),
            window,
            List.of(
                new View.Computed(
                    "sum",
                    Aggregates.named("sum").orElseThrow(),
                    List.of(new FieldValue("value")))));
    this.steps = new Steps(new CaseEvents(), new TableEnrichment(List.of()), List.of(view), null);
    this.committer = new Committer(ports.chains(), steps, ORIGIN);
    this.settler = new Settler(ports, steps.windows(), ORIGIN, RunBounds.STANDARD);
    on("shard-0");
  }

  static Windowing tumbling(long size, long grace) {
    return new Windowing(WindowPolicy.tumbling(size, grace));
  }

  static Windowing hopping(long size, long slide, long grace) {
    return new Windowing(new PanePolicy(size, slide, grace));
  }

  /** Sessions that nothing cuts. */
  static Windowing sessions(long gap, long grace) {
    return new Windowing(new SessionPolicy(gap, grace, 864_000_000));
  }

  /** From here on, the times of events alone move the watermark. */
  Windowing eventsMoveTime() {
    arrival = LONG_AFTER;
    return this;
  }

  /** What follows goes to this shard. */
  Windowing on(String id) {
    if (open.add(id)) {
      stream.open(id, List.of());
    }
    shard = id;
    return this;
  }

  Windowing put(@Nullable String key, long time, long value) {
    return put(CaseEvents.event(key, time, value));
  }

  /** Brings the shard's event time to a point, by a record that counts nowhere. */
  Windowing watermark(long time) {
    arrival = Math.max(arrival, time);
    return put(CaseEvents.timeAlone(time));
  }

  private Windowing put(byte[] payload) {
    Position position = new Position(shard, Long.toString(++drawn), 0);
    stream.put(new StreamRecord(position, "key", arrival, payload, false));
    return this;
  }

  /** Its consumer stops: what is put there from now on waits in the stream. */
  Windowing keepBack(String id) {
    deliver();
    keptBack.add(id);
    return this;
  }

  Windowing goOn(String id) {
    keptBack.remove(id);
    return this;
  }

  /** Every execution environment is lost, with all that it held in memory. */
  Windowing restart() {
    committer = new Committer(ports.chains(), steps, ORIGIN);
    settler = new Settler(ports, steps.windows(), ORIGIN, RunBounds.STANDARD);
    return this;
  }

  /** Delivers what was put, settles, and returns the results that are there since the last call. */
  List<Closed> closed() {
    deliver();
    settler.settle(0, token());
    return fresh();
  }

  /** The same, once event time is over on every shard. */
  List<Closed> closedAtTheEnd() {
    deliver();
    assertThat(settler.endEventTime(token())).isTrue();
    settler.settle(0, token());
    return fresh();
  }

  /** The late events among all that was delivered, as {@code key@time}, in order. */
  List<String> late() {
    deliver();
    return List.copyOf(late);
  }

  private List<Closed> fresh() {
    List<Closed> fresh = new ArrayList<>();
    state
        .results()
        .byId()
        .forEach(
            (id, result) -> {
              if (seen.add(id)) {
                fresh.add(Closed.of(result));
              }
            });
    return fresh;
  }

  private void deliver() {
    for (String id : open) {
      if (!keptBack.contains(id)) {
        deliver(id, stream.records(id, delivered.get(id)));
      }
    }
  }

  private void deliver(String id, List<StreamRecord> records) {
    for (StreamRecord record : records) {
      tell(committer.commit(new Batch(id, List.of(record)), token(), 0));
      delivered.put(id, record.position());
    }
    Committed again = committer.commit(new Batch(id, records), token(), 0);
    assertThat(again.redelivered()).isEqualTo(records.size());
  }

  private void tell(Committed committed) {
    for (Committed.Addition addition : committed.additions()) {
      for (Kept kept : addition.kept()) {
        assertThat(kept.verdict()).isEqualTo(Kept.Verdict.LATE);
        late.add(CaseEvents.name(kept.payload()));
      }
    }
  }

  private String token() {
    return "token-" + ++drawn;
  }
}
