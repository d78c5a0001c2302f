package io.windrow.simulation.world;

import io.windrow.ledger.Content;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Kept;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Steps;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.oracle.Expected;
import io.windrow.simulation.oracle.History;
import io.windrow.simulation.oracle.History.Happening;
import io.windrow.simulation.oracle.Oracle;
import io.windrow.view.Result;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Compares what a world has come to with the oracle, to the last bit. */
final class Verifier {
  private final Steps steps;
  private final Ledger ledger;
  private final SimulatedStream stream;
  private final Map<String, History> histories = new TreeMap<>();
  private final Map<String, Counts> counts = new TreeMap<>();
  private final Map<Position, String> kept = new TreeMap<>();

  Verifier(Steps steps, Ledger ledger, SimulatedStream stream) {
    this.steps = steps;
    this.ledger = ledger;
    this.stream = stream;
  }

  void verify(Map<String, Result> results) {
    stream.shards().forEach(this::read);
    Expected expected = Oracle.expect(steps, histories);
    counts.values().removeIf(Counts.NONE::equals);
    same("counts", expected.counts(), counts);
    Map<Position, String> expectedKept = new TreeMap<>(expected.verdicts());
    expectedKept
        .values()
        .removeIf(verdict -> verdict.equals("accepted") || verdict.equals("filtered"));
    same("kept records", expectedKept, kept);
    same("results", expected.results(), results);
  }

  /** Reads a chain: the watermarks raised between records are the oracle's input too. */
  private void read(SimulatedShard shard) {
    List<Entry> entries = ledger.read(shard.id(), 0);
    Iterator<StreamRecord> records = shard.records().iterator();
    List<Happening> happenings = new ArrayList<>();
    Counts total = Counts.NONE;
    while (!entries.isEmpty()) {
      for (Entry entry : entries) {
        if (entry instanceof Entry.Commit commit) {
          total = total.plus(commit.counts());
          for (long i = 0; i < commit.counts().received(); i++) {
            happenings.add(new Happening.Came(records.next()));
          }
          if (commit.counts().received() == 0) {
            happenings.add(new Happening.Raised(commit.watermark()));
          } else {
            keep(shard.id(), commit);
          }
        }
      }
      entries = ledger.read(shard.id(), entries.get(entries.size() - 1).index() + 1);
    }
    same("records past the chain of " + shard.id(), false, records.hasNext());
    long first = ledger.read(shard.id(), 0).get(0).watermark();
    histories.put(shard.id(), new History(first, happenings));
    counts.put(shard.id(), total);
  }

  private void keep(String shard, Entry.Commit commit) {
    for (Kept record : Content.decode(payload(shard, commit), steps.views()).kept()) {
      String verdict =
          switch (record.verdict()) {
            case Kept.REJECTED -> "rejected " + record.reason();
            case Kept.LATE -> "late";
            default -> "accepted, late for " + record.views();
          };
      kept.put(record.position(), verdict);
    }
  }

  private byte[] payload(String shard, Entry.Commit commit) {
    return commit.payload() instanceof Entry.Payload.Inline inline
        ? inline.content()
        : ledger
            .payload(new Ledger.PayloadKey(shard, commit.index(), commit.token()), 0)
            .orElseThrow();
  }

  private static void same(String what, Object expected, Object found) {
    if (!Objects.equals(expected, found)) {
      throw new Violation(what + " differ:\nexpected " + expected + "\nfound    " + found);
    }
  }
}
