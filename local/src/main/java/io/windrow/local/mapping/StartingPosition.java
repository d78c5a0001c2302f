package io.windrow.local.mapping;

/** Where a mapping begins to read the shards that are there when it is made. */
public sealed interface StartingPosition {

  /** At the oldest record that the stream still has. Shards that come later always start here. */
  record TrimHorizon() implements StartingPosition {}

  /** After the newest record. */
  record Latest() implements StartingPosition {}

  /**
   * At the first record that arrived at this time or later.
   *
   * @param millis since the epoch
   */
  record AtTimestamp(long millis) implements StartingPosition {}
}
