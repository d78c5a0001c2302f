package io.windrow.ledger;

import io.windrow.contract.Judgement;
import io.windrow.record.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param additions the commits that this batch added, in order
 * @param redelivered how many of its records the chain had taken before; of a record that it had
 *     taken in part, how many events
 * @param conflicts how often another entry stood where a commit was to go
 * @param faults the rejections of records that code failed on, each that differs once
 * @param left the first record that it left to another call; null if it left none
 */
public record Committed(
    List<Addition> additions,
    int redelivered,
    int conflicts,
    List<Judgement.Rejected> faults,
    @Nullable Position left) {
  public Committed {
    additions = List.copyOf(additions);
    faults = List.copyOf(faults);
  }

  /** The counts of all commits that it added. */
  public Counts counts() {
    return additions.stream()
        .map(addition -> addition.commit().counts())
        .reduce(Counts.NONE, Counts::plus);
  }

  /**
   * One commit that a batch added, and what else was known when it was made.
   *
   * @param kept the records that it keeps whole
   * @param youngest the greatest time of its events; {@code Watermark.NONE} if it has none
   * @param size of its content as it is stored, in bytes
   */
  public record Addition(Entry.Commit commit, List<Kept> kept, long youngest, int size) {
    public Addition {
      kept = List.copyOf(kept);
    }
  }
}
