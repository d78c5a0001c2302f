package io.windrow.simulation.oracle;

import io.windrow.contract.Reason;
import io.windrow.ledger.Counts;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdict of each record, counted by shard. */
final class Verdicts {
  private final Map<String, Counts> counts = new TreeMap<>();
  private final Map<Position, String> byPosition = new TreeMap<>();

  void rejected(StreamRecord record, Reason reason) {
    note(record, "rejected " + reason);
    count(record, new Counts(1, 0, 0, 1, 0, Map.of(reason.code(), 1L), Map.of()));
  }

  void filtered(StreamRecord record) {
    note(record, "filtered");
    count(record, new Counts(1, 0, 1, 0, 0, Map.of(), Map.of()));
  }

  void counted(StreamRecord record, List<String> lateFor, boolean lateForAll) {
    Map<String, Long> lateByView = new TreeMap<>();
    lateFor.forEach(view -> lateByView.put(view, 1L));
    boolean late = lateForAll && !lateFor.isEmpty();
    note(record, late ? "late" : lateFor.isEmpty() ? "accepted" : "accepted, late for " + lateFor);
    count(record, new Counts(1, late ? 0 : 1, 0, 0, late ? 1 : 0, Map.of(), lateByView));
  }

  private void note(StreamRecord record, String verdict) {
    byPosition.put(record.position(), verdict);
  }

  private void count(StreamRecord record, Counts one) {
    counts.merge(record.position().shard(), one, Counts::plus);
  }

  Map<String, Counts> counts() {
    return counts;
  }

  Map<Position, String> byPosition() {
    return byPosition;
  }
}
