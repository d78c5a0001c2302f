package io.windrow.ledger;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param commits those that this batch added, in order
 * @param redelivered how many of its records the chain had taken before
 */
public record Committed(List<Entry.Commit> commits, int redelivered) {
  public Committed {
    commits = List.copyOf(commits);
  }
}
