package io.windrow.ledger;

import java.util.Optional;

/** Where the frontier of one pipeline is kept. Reads are strongly consistent. */
public interface Frontiers {

  /** The frontier, {@link Frontier#NEW} if there is none. */
  Frontier read();

  /**
   * Puts the next frontier if members, closing and closed are still those expected.
   *
   * @return whether it was put
   */
  boolean replace(Frontier expected, Frontier next);

  /** How far the closing under way has written results, if it has said so. */
  Optional<Checkpoint> checkpoint();

  /** Moves the checkpoint forward; one that is not past the stored one changes nothing. */
  void advance(Checkpoint checkpoint);
}
