package io.windrow.ledger;

/**
 * The definition under which a chain is written, as far as the chain tells of it.
 *
 * @param generation of the definition; each deploy takes the next
 * @param start where reading a shard starts, as the definition says it
 */
public record Origin(long generation, String start) {

  /**
   * Sees that newer code has not taken a chain over. Its deltas are of views that older code may
   * not know, which would add to a chain, close windows and make runs without them.
   *
   * @throws LedgerException if it has
   */
  void requireNoNewer(String shard, Entry head) {
    if (head.generation() > generation) {
      throw new LedgerException(
          "shard %s was taken over by a greater generation: %d of the definition, and this code runs %d; deploy the newer code again"
              .formatted(shard, head.generation(), generation));
    }
  }
}
