package io.windrow.contract;

/** One way of writing a time. */
interface TimeForm {
  /** What stands for a time of a value that is not written this way. */
  long UNREADABLE = Long.MIN_VALUE;

  /** What stands for a time that is further away than a long of milliseconds reaches. */
  long FAR_AWAY = Long.MAX_VALUE;

  /** The milliseconds since the epoch that a value of an event says; what is below one is cut. */
  long read(Object value);
}
