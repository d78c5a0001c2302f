package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.contract.Judged;
import io.windrow.contract.Judgement;
import io.windrow.enrichment.TableEnrichment;
import io.windrow.ledger.Call;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Deadline;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Origin;
import io.windrow.ledger.Steps;
import io.windrow.record.Batch;
import io.windrow.record.Event;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches that take longer than a call has, on a clock that only judging moves. */
class DeadlineTest {
  private static final long TIME = 45_000;
  private static final int RECORDS = 5_000;

  private final MemoryState state = new MemoryState();
  private final MemoryStream stream = new MemoryStream();
  private long now;

  @Test
  void aSlowBatchIsCommittedPieceByPiece() {
    assertThat(calls(100)).as("calls of 45 s for 500 s of work").isBetween(10, 13);
    assertThat(received()).isEqualTo(RECORDS);
  }

  @Test
  void aBatchOfRecordsThatEachTakeLongerThanACallMakesProgress() {
    Committed first = commit(records(3), TIME + 5_000);

    assertThat(first.counts().received()).isEqualTo(1);
    assertThat(first.left()).isEqualTo(new Position("A", "1", 0));
  }

  @Test
  void noCallJudgesForLongPastItsDeadline() {
    List<StreamRecord> batch = records(RECORDS);
    long begun = now;

    commit(batch, 30);

    assertThat(now - begun).isBetween(TIME, TIME + 2_000);
  }

  @Test
  void aFastBatchIsOneCommit() {
    Committed all = commit(records(RECORDS), 0);

    assertThat(all.additions()).hasSize(1);
    assertThat(all.left()).isNull();
  }

  /** How many calls it takes until no record is left. */
  private int calls(long millisARecord) {
    List<StreamRecord> batch = records(RECORDS);
    int calls = 0;
    Position left;
    do {
      left = commit(batch, millisARecord).left();
      calls++;
    } while (left != null);
    return calls;
  }

  private Committed commit(List<StreamRecord> records, long millisARecord) {
    Steps steps =
        new Steps(
            record -> {
              now += millisARecord;
              Event event = new Event(Map.of(), record.arrival());
              return List.of(new Judged(record, new Judgement.Filtered(event)));
            },
            new TableEnrichment(List.of()),
            List.of(),
            null);
    Committer committer =
        new Committer(state.ports(stream).chains(), steps, new Origin(1, "earliest"));
    return committer.commit(
        new Batch("A", records), new Call("token-" + now, now, now + TIME, deadline()));
  }

  private Deadline deadline() {
    long end = now + TIME;
    return new Deadline() {
      @Override
      public boolean isNear() {
        return now >= end;
      }

      @Override
      public long millisLeft() {
        return Math.max(0, end - now);
      }
    };
  }

  private List<StreamRecord> records(int count) {
    stream.open("A", List.of());
    return IntStream.range(0, count)
        .mapToObj(i -> new Position("A", Integer.toString(i), 0))
        .map(position -> new StreamRecord(position, "key", 1_000, new byte[0], false))
        .toList();
  }

  private long received() {
    return state.ledger().history("A").stream()
        .filter(Entry.Commit.class::isInstance)
        .mapToLong(entry -> ((Entry.Commit) entry).counts().received())
        .sum();
  }
}
