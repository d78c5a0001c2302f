package io.windrow.simulation.oracle;

import io.windrow.ledger.Entry;
import io.windrow.record.StreamRecord;
import java.util.List;
import java.util.function.Function;

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
}
