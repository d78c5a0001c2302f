package io.windrow.local.mapping;

import java.time.Duration;
import java.util.List;

/** A place in one shard that moves forward as records are read. */
public interface ShardReader {

  /**
   * The next records in order, or none if there are none yet. Like GetRecords it gives 10 MB at
   * most, but at least one record if there is one.
   */
  List<ShardRecord> read(int atMost);

  /** Waits until there is something to read or the shard has ended, but not longer than a time. */
  void await(Duration atMost) throws InterruptedException;

  /** Whether every record that the shard holds now has been read. */
  boolean atTip();

  /** Whether the shard is closed and every record of it has been read. */
  boolean ended();
}
