package io.windrow.local.chaos;

import java.util.Optional;

/** How far a run has come with its stream, as resharding must know it. */
public interface Progress {

  /** Whether every record put has been committed. */
  boolean isDrained();

  /** Whether the run is being ended, so that nobody must wait for it. */
  boolean isStopped();

  /** The watermark of a shard whose chain has begun. */
  Optional<Long> watermark(String shard);

  /** Has the pipeline settled soon. */
  void settle();
}
