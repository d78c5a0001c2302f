package io.windrow.window;

import org.jspecify.annotations.Nullable;

/** How far event time has come in a shard, in milliseconds since the epoch. It never falls. */
public final class Watermark {
  /** Before any event. */
  public static final long NONE = Long.MIN_VALUE;

  /** After every event: the owner has said that event time is over. */
  public static final long END = Long.MAX_VALUE;

  private Watermark() {}

  /** After an event: event time has come to the lesser of its time and its arrival. */
  public static long afterEvent(long watermark, long time, long arrival) {
    return Math.max(watermark, Math.min(time, arrival));
  }

  /** After any record, if the owner has said that nothing comes later than {@code behind}. */
  public static long afterArrival(long watermark, long arrival, @Nullable Long behind) {
    return behind == null ? watermark : Math.max(watermark, arrival - behind);
  }
}
