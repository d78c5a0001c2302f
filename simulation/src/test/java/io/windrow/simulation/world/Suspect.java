package io.windrow.simulation.world;

import io.windrow.contract.Judged;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Call;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Marker;
import io.windrow.ledger.Markers;
import io.windrow.ledger.Origin;
import io.windrow.ledger.PayloadLimits;
import io.windrow.ledger.PoisonRules;
import io.windrow.ledger.Ports;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import io.windrow.simulation.oracle.Deadliness;
import io.windrow.simulation.schedule.Crash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One shard whose batch comes again and again to environments that die of it, whole each time, as
 * where nobody bisects.
 */
final class Suspect {
  private static final String SHARD = "A";
  private static final long AGE = 1_000;
  private static final long TIME_OUT = 60_000;
  private static final long DEAD = 2 * TIME_OUT;

  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();
  private final List<StreamRecord> records = new ArrayList<>();
  private final CountedMarkers markers = new CountedMarkers();
  private UnaryOperator<Markers> removal = UnaryOperator.identity();
  private UnaryOperator<Ports> broken = UnaryOperator.identity();
  private Runnable rehearsal = () -> {};
  private int memory = Integer.MAX_VALUE;
  private int judged;
  private int calls;
  private long now = 10 * AGE;

  Suspect() {
    stream.open(SHARD, List.of());
  }

  /** Puts records of these keys, {@code !} being deadly, packed as one aggregate or not. */
  Suspect put(boolean aggregate, String... keys) {
    int sequence = records.size() + 1;
    for (int i = 0; i < keys.length; i++) {
      Position position =
          aggregate
              ? new Position(SHARD, Integer.toString(sequence), i)
              : new Position(SHARD, Integer.toString(sequence + i), 0);
      byte[] data = ("1000 " + keys[i] + " 1").getBytes(StandardCharsets.UTF_8);
      records.add(new StreamRecord(position, "key", AGE, data, aggregate && i < keys.length - 1));
    }
    return this;
  }

  /** Takes a safeguard away. */
  Suspect without(UnaryOperator<Markers> safeguard) {
    removal = safeguard;
    return this;
  }

  /** Has all calls from now on made through these ports, and after this rehearsal. */
  void breakDown(UnaryOperator<Ports> ports, Runnable canned) {
    broken = ports;
    rehearsal = canned;
  }

  void mend() {
    breakDown(UnaryOperator.identity(), () -> {});
  }

  void narrow(int most) {
    memory = most;
  }

  void young() {
    now = AGE + 1;
  }

  /** Gives the batch to a new environment; what has become of it, if it has not died. */
  Optional<Committed> call() {
    calls++;
    judged = 0;
    Ports ports = state.ports(stream).with(removal.apply(markers));
    Committer committer =
        new Committer(
            broken.apply(ports).chains(),
            steps(),
            new Origin(1, "earliest"),
            PayloadLimits.STANDARD,
            new PoisonRules(AGE, () -> rehearsal.run()));
    Call call = new Call("token-" + calls, now, now + TIME_OUT, Deadline.NONE);
    try {
      return Optional.of(committer.commit(new Batch(SHARD, records), call));
    } catch (Crash | SimulatedException | ShardWaitsException e) {
      return Optional.empty();
    }
  }

  /** The same, and then its time is over. */
  Optional<Committed> callAndWait() {
    Optional<Committed> committed = call();
    now += DEAD;
    return committed;
  }

  /** Calls until nothing is left, as often as that may take; how many calls it took. */
  int callToTheEnd(int most) {
    @Nullable Position left;
    int begun = calls;
    do {
      Optional<Committed> committed = callAndWait();
      left = committed.isEmpty() ? records.get(0).position() : committed.get().left();
    } while (left != null && calls - begun < most);
    return calls - begun;
  }

  private Steps steps() {
    SmallEvents events = new SmallEvents();
    return new Steps(
        record -> {
          List<Judged> judgements = events.apply(record);
          judged++;
          if (SmallEvents.deadliness(record) == Deadliness.DEADLY || judged > memory) {
            throw new Crash();
          }
          return judgements;
        },
        new TableEnrichment(List.of()),
        List.of(),
        null);
  }

  Counts counts() {
    return state.ledger().history(SHARD).stream()
        .filter(Entry.Commit.class::isInstance)
        .map(entry -> ((Entry.Commit) entry).counts())
        .reduce(Counts.NONE, Counts::plus);
  }

  long poison() {
    return counts().reasons().getOrDefault("poison", 0L);
  }

  /** How often a marker was written. */
  int marks() {
    return markers.writes;
  }

  private final class CountedMarkers implements Markers {
    private int writes;

    @Override
    public Marker read(String shard) {
      return state.markers().read(shard);
    }

    @Override
    public boolean replace(String shard, Marker expected, Marker next, long at) {
      writes++;
      return state.markers().replace(shard, expected, next, at);
    }
  }
}
