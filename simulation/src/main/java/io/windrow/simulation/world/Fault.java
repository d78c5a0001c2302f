package io.windrow.simulation.world;

/**
 * What may go wrong, or change, in a world. Of most, a world has a measure: how probable it is at
 * each effect or decision, or, of what takes time, how many milliseconds at most.
 */
public enum Fault {
  /** An execution environment dies before or after an effect. */
  CRASH(0.02),
  /** A call is refused. */
  THROTTLE(0.03),
  /** Every call of one key is refused for a while, and those of others are served. */
  REFUSED_KEY(0.003),
  /** A write lands and its caller is told that it failed. */
  LOST_ANSWER(0.05),
  /** A write lands, its answer is lost, and the SDK makes it again. */
  SDK_RETRY(0.10),
  /** An invocation stands still before an effect, past its time-out perhaps. */
  FREEZE(0.03),
  /** Lambda gives up on an invocation that goes on. */
  TIME_OUT,
  /** A batch that was answered comes again. */
  REPEAT(0.20),
  /** A mapping is made anew, and begins before what the old one had read. */
  NEW_MAPPING,
  /** A list of shards is an earlier one. */
  STALE_LIST(0.30),
  /** GetRecords answers with nothing, and records are behind. */
  EMPTY_ANSWER(0.50),
  /** A shard's stream is too busy to answer. */
  UNANSWERED(0.20),
  /**
   * A put is acknowledged, and a probe that finds its shard empty does not see it yet. Its measure
   * is the time until readers see what is put.
   */
  UNSEEN(5_000),
  /**
   * An execution environment begins, whose clock is not right. Its measure is by how much clocks
   * may be wrong.
   */
  SKEWED_CLOCK(2_000),
  /** An invocation finds, before a piece of work, that its time is nearly over. */
  NEAR_DEADLINE(0.30),
  /** A record kills who folds it, as it always does. */
  POISON,
  /** A record kills who folds it, and may not the next time. */
  PERHAPS_POISON,
  /** A call dies of more records than its memory holds. */
  OUT_OF_MEMORY,
  /** An environment can fold nothing. */
  SICK(0.20),
  /** The rows of a table change; environments that begin from then on have the new ones. */
  NEW_REFERENCE,
  /**
   * A deployment: environments that begin from then on are of the next generation, and those that
   * are warm may go on for a while.
   */
  NEW_GENERATION,
  /** An item vanishes whose time to live is over. */
  EXPIRY,
  /**
   * A stream deletes a record that no commit has taken. Its measure is how probable it is, at each
   * event, that a shard is trimmed.
   */
  TRIMMED(0.01),
  /** An item holds, to the byte, as much as it may. */
  FULL_ITEM,
  /** A shard splits. */
  SPLIT,
  /** Two shards merge. */
  MERGE,
  /** A shard without parents appears. */
  NEW_SHARD;

  private final double most;

  Fault() {
    this(0);
  }

  Fault(double most) {
    this.most = most;
  }

  /** The greatest measure that a world of the standard faults may have. */
  double most() {
    return most;
  }
}
