package io.windrow.simulation.oracle;

import io.windrow.ledger.Content;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Kept;
import io.windrow.ledger.KeptLine;
import io.windrow.ledger.Steps;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.view.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what a run has come to with the oracle, to the last bit. */
public final class Verifier {
  private final Steps steps;
  private final Map<String, History> histories = new TreeMap<>();
  private final Map<String, Counts> counts = new TreeMap<>();
  private final Map<Position, String> kept = new TreeMap<>();
  private final Set<Position> poison = new HashSet<>();
  private final Set<String> lines = new HashSet<>();
  private final Set<String> toBeFiled = new HashSet<>();

  private Verifier(Steps steps) {
    this.steps = steps;
  }

  /**
   * Compares.
   *
   * @param deadliness of each record
   * @param shards what is left of every shard
   * @param results by id
   * @param files of quarantine, by name
   * @throws Violation if anything differs
   */
  public static void verify(
      Steps steps,
      Function<StreamRecord, Deadliness> deadliness,
      List<Evidence> shards,
      Map<String, Result> results,
      Map<String, byte[]> files) {
    Verifier verifier = new Verifier(steps);
    shards.forEach(verifier::read);
    shards.forEach(shard -> verifier.verifyPoison(shard, deadliness));
    verifier.compare(results, files);
  }

  private void compare(Map<String, Result> results, Map<String, byte[]> files) {
    Expected expected = Oracle.expect(steps, histories);
    counts.values().removeIf(Counts.NONE::equals);
    same("counts", expected.counts(), counts);
    Map<Position, String> expectedKept = new TreeMap<>(expected.verdicts());
    expectedKept
        .values()
        .removeIf(verdict -> verdict.equals("accepted") || verdict.equals("filtered"));
    same("kept records", expectedKept, kept);
    same("results", expected.results(), results);
    verifyFiled(files);
  }

  /** Reads a chain: the watermarks raised between records are the oracle's input too. */
  private void read(Evidence shard) {
    Counts total = Counts.NONE;
    for (Entry entry : shard.entries()) {
      if (entry instanceof Entry.Commit commit) {
        total = total.plus(commit.counts());
        keep(shard, commit);
      }
    }
    shard.poison().forEach(aside -> poison.add(aside.at(0)));
    histories.put(shard.shard(), History.of(shard, steps));
    counts.put(shard.shard(), total);
  }

  private void keep(Evidence shard, Entry.Commit commit) {
    if (commit.counts().received() == 0) {
      return;
    }
    for (Kept record : Content.decode(shard.payload().apply(commit), steps.views()).kept()) {
      String verdict =
          switch (record.verdict()) {
            case REJECTED -> "rejected " + record.reason();
            case LATE -> "late";
            case ACCEPTED -> "accepted, late for " + record.views();
          };
      kept.put(record.position(), verdict);
      String line = KeptLine.of(record);
      lines.add(line);
      if (shard.filed()) {
        toBeFiled.add(line);
      }
    }
  }

  /** What never kills is never set aside, and what always kills always is. */
  private void verifyPoison(Evidence shard, Function<StreamRecord, Deadliness> deadliness) {
    for (StreamRecord record : shard.records()) {
      boolean isSetAside = poison.contains(record.position());
      Deadliness kind = deadliness.apply(record);
      boolean isMissed = kind == Deadliness.DEADLY && !shard.hasLost(record);
      if (isSetAside ? kind == Deadliness.HARMLESS : isMissed) {
        throw new Violation(
            "%s record %s was %sset aside"
                .formatted(kind, record.position(), isSetAside ? "" : "not "));
      }
    }
  }

  /** Each kept record is filed once at most; and those that must be, are. */
  private void verifyFiled(Map<String, byte[]> files) {
    List<String> filed = new ArrayList<>();
    files
        .values()
        .forEach(
            content ->
                new String(content, StandardCharsets.UTF_8).lines().sorted().forEach(filed::add));
    same("records filed twice", filed.size(), new HashSet<>(filed).size());
    if (!lines.containsAll(filed)) {
      throw new Violation("a record is filed that no chain kept");
    }
    toBeFiled.removeAll(filed);
    same("kept records that are not filed", Set.of(), toBeFiled);
  }

  private static void same(String what, Object expected, Object found) {
    if (!Objects.equals(expected, found)) {
      throw new Violation(what + " differ:\nexpected " + expected + "\nfound    " + found);
    }
  }
}
