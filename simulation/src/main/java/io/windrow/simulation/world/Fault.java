package io.windrow.simulation.world;

/** What may go wrong, or change, in a world. */
public enum Fault {
  /** An execution environment dies before or after an effect. */
  CRASH,
  /** A call is refused. */
  THROTTLE,
  /** A write lands and its caller is told that it failed. */
  LOST_ANSWER,
  /** A write lands, its answer is lost, and the SDK makes it again. */
  SDK_RETRY,
  /** An invocation stands still before an effect, past its time-out perhaps. */
  FREEZE,
  /** Lambda gives up on an invocation that goes on. */
  TIME_OUT,
  /** A batch that was answered comes again. */
  REPEAT,
  /** A mapping is made anew, and begins before what the old one had read. */
  NEW_MAPPING,
  /** A list of shards is an earlier one. */
  STALE_LIST,
  /** GetRecords answers with nothing, and records are behind. */
  EMPTY_ANSWER,
  /** A shard's stream is too busy to answer. */
  UNANSWERED,
  /** An invocation finds, before a piece of work, that its time is nearly over. */
  NEAR_DEADLINE,
  /** A record kills who folds it, as it always does. */
  POISON,
  /** A record kills who folds it, and may not the next time. */
  PERHAPS_POISON,
  /** A call dies of more records than its memory holds. */
  OUT_OF_MEMORY,
  /** An environment can fold nothing. */
  SICK,
  /** An item vanishes whose time to live is over. */
  EXPIRY,
  /** A shard splits. */
  SPLIT,
  /** Two shards merge. */
  MERGE,
  /** A shard without parents appears. */
  NEW_SHARD
}
