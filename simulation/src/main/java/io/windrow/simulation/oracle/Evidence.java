package io.windrow.simulation.oracle;

import io.windrow.contract.Judged;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Steps;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a run leaves of one shard.
 *
 * @param filed whether all that it kept must be in quarantine
 * @param records all that were put, in order
 * @param lost where the events stand that the stream deleted before a commit took them
 * @param entries all that its chain ever had, those that expired included
 * @param payload the content of a commit, even if it has expired
 */
public record Evidence(
    String shard,
    boolean filed,
    List<StreamRecord> records,
    Set<Position> lost,
    List<Entry> entries,
    Function<Entry.Commit, byte[]> payload) {
  public Evidence {
    records = List.copyOf(records);
    lost = Set.copyOf(lost);
    entries = List.copyOf(entries);
  }

  /** What a run leaves of a shard whose records were all read in time. */
  public Evidence(
      String shard,
      boolean filed,
      List<StreamRecord> records,
      List<Entry> entries,
      Function<Entry.Commit, byte[]> payload) {
    this(shard, filed, records, Set.of(), entries, payload);
  }

  /** Where what was set aside as poison stands. */
  public List<Position> poison() {
    List<Position> poison = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Commit commit && commit.counts().rejected() > 0) {
        poison.addAll(SetAside.by(payload.apply(commit)));
      }
    }
    return poison;
  }

  /** Whether the stream deleted all of a record, or the rest of it, before a commit took it. */
  public boolean hasLost(StreamRecord record) {
    return lost.stream().anyMatch(event -> event.compareRecords(record.position()) == 0);
  }

  /**
   * All events of the records that were not lost, in order, as they are once what is poison was set
   * aside.
   */
  public List<Judged> events(Steps steps) {
    List<Position> poison = poison();
    return records.stream()
        .flatMap(record -> SetAside.from(steps.validation().apply(record), record, poison).stream())
        .filter(judged -> !lost.contains(judged.record().position()))
        .toList();
  }
}
