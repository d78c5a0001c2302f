package io.windrow.ledger;

import java.util.Optional;

/** Where the frontier of one pipeline is kept. Reads are strongly consistent. */
public interface Frontiers {

  /** The frontier, {@link Frontier#NEW} if there is none. */
  Frontier read();

  /**
   * Puts the next frontier if what stands there is still the one expected, but for what it belongs
   * to.
   *
   * @return whether it was put
   */
  boolean replace(Frontier expected, Frontier next);

  /** What tells this table from another, restored or copied; empty if it does not say. */
  default String identity() {
    return "";
  }

  /** How far the closing under way has written results, if it has said so. */
  Optional<Checkpoint> checkpoint();

  /** Moves the checkpoint forward; one that is not past the stored one changes nothing. */
  void advance(Checkpoint checkpoint);
}
