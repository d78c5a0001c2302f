package io.windrow.ledger;

import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Notices that two readers take turns on a shard, as a mapping of a parallelization factor above 1
 * makes them: each then drops as redelivered what it has and the other one's commit has passed.
 *
 * <p>A sole reader's batches hold a stretch of the shard without gaps. So a batch that reaches
 * across the last record of a commit holds that record; and of the stretch that a commit took, no
 * batch holds more than the commit received. Whatever contradicts this proves a second reader, or a
 * filter. What agrees with it proves nothing: now and then two readers go unnoticed for a batch.
 *
 * <p>Records are compared by their sequence numbers, and numbers of them only within a generation,
 * since another one may take an aggregated record apart in another way.
 */
final class SoleReader {
  private static final String EARLIEST = "earliest";

  private final Ledger ledger;
  private final long generation;

  SoleReader(Ledger ledger, Origin origin) {
    this.ledger = ledger;
    this.generation = origin.generation();
  }

  /**
   * Compares a batch with the head of its chain.
   *
   * @throws DividedShardException when both can't be of one reader
   */
  void require(Batch batch, Entry head) {
    Position last = head.position();
    if (last == null
        || batch.records().isEmpty()
        || batch.records().get(0).position().isAfter(last)) {
      return;
    }
    NavigableSet<String> taken = new TreeSet<>(Position::compareSequences);
    batch.records().stream()
        .map(StreamRecord::position)
        .map(Position::sequence)
        .filter(sequence -> Position.compareSequences(sequence, last.sequence()) <= 0)
        .forEach(taken::add);
    boolean holdsLast = taken.contains(last.sequence());
    boolean reachesAcross = taken.size() < sequences(batch);
    if (reachesAcross && !holdsLast) {
      throw divided(head, "this batch goes on past that record without holding it");
    }
    requireNoMore(taken, holdsLast, head);
  }

  private static long sequences(Batch batch) {
    return batch.records().stream().map(record -> record.position().sequence()).distinct().count();
  }

  private void requireNoMore(NavigableSet<String> taken, boolean holdsLast, Entry head) {
    if (!(head instanceof Entry.Commit commit)
        || commit.generation() != generation
        || !isMore(taken, holdsLast, commit)) {
      return;
    }
    ledger
        .entry(shard(commit), commit.index() - 1)
        .filter(SoleReader::tellsWhereItEnds)
        .ifPresent(
            before -> {
              Collection<String> stretch = past(before.position(), taken);
              if (isMore(stretch, holdsLast, commit)) {
                throw divided(
                    commit,
                    "of the records up to there that no earlier entry has, it took %d and this batch holds %d"
                        .formatted(commit.counts().received(), stretch.size()));
              }
            });
  }

  /** Whether a commit, with its last record, would have to hold more than it received. */
  private static boolean isMore(
      Collection<String> stretch, boolean holdsLast, Entry.Commit commit) {
    long received = commit.counts().received();
    return received > 0 && stretch.size() + (holdsLast ? 0 : 1) > received;
  }

  /** Where reading begins at a time, a stream holds records before the first that was taken. */
  private static boolean tellsWhereItEnds(Entry before) {
    return before.position() != null
        || (before instanceof Entry.Begin begin && begin.start().equals(EARLIEST));
  }

  private static Collection<String> past(
      @Nullable Position before, NavigableSet<String> sequences) {
    return before == null ? sequences : sequences.tailSet(before.sequence(), false);
  }

  private static String shard(Entry.Commit commit) {
    Position position = commit.position();
    if (position == null) {
      throw new IllegalStateException("a commit of records without a position");
    }
    return position.shard();
  }

  private static DividedShardException divided(Entry head, String contradiction) {
    return new DividedShardException(
        "two readers take turns on one shard, or a filter leaves out some of its records: entry %d of its chain ends with the record %s, and %s; set the mapping's parallelization factor to 1 and take away its filters, then deploy with a greater generation"
            .formatted(head.index(), head.position(), contradiction));
  }
}
