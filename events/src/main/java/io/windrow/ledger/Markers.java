package io.windrow.ledger;

/** The markers of one pipeline, one a shard. Reads are strongly consistent. */
public interface Markers {

  /** The marker of a shard; {@link Marker#NONE} if there is none. */
  Marker read(String shard);

  /**
   * Replaces a marker if it is still as it was read.
   *
   * @param at when it may vanish, in milliseconds since the epoch
   * @return whether it was replaced
   */
  boolean replace(String shard, Marker expected, Marker next, long at);
}
