package io.windrow.simulation.oracle;

import io.windrow.contract.Reason;
import io.windrow.ledger.Content;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Kept;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run leaves of one shard.
 *
 * @param filed whether all that it kept must be in quarantine
 * @param records all that were put, in order
 * @param entries all that its chain ever had, those that expired included
 * @param payload the content of a commit, even if it has expired
 */
public record Evidence(
    String shard,
    boolean filed,
    List<StreamRecord> records,
    List<Entry> entries,
    Function<Entry.Commit, byte[]> payload) {
  public Evidence {
    records = List.copyOf(records);
    entries = List.copyOf(entries);
  }

  /** Where the records are that were set aside as poison. */
  public Set<Position> poison() {
    return entries.stream()
        .filter(Entry.Commit.class::isInstance)
        .map(Entry.Commit.class::cast)
        .filter(commit -> commit.counts().rejected() > 0)
        .flatMap(commit -> Content.decode(payload.apply(commit), List.of()).kept().stream())
        .filter(record -> record.code().equals(Reason.POISON))
        .map(Kept::position)
        .collect(Collectors.toUnmodifiableSet());
  }
}
