package io.windrow.local.kinesis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The records of one shard in order, each at its ordinal. Any number of threads may append, read
 * and wait.
 */
public final class ShardLog {
  private final int shard;
  private final long start;
  private final Timeline timeline;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Segment> segments = new ArrayList<>();
  private long tip;
  private long lastArrival = Long.MIN_VALUE;
  private boolean closed;

  ShardLog(int shard, long start, Timeline timeline) {
    this.shard = shard;
    this.start = start;
    this.tip = start;
    this.timeline = timeline;
  }

  /** Appends a record at the next ordinal of the stream, which is drawn in the shard's order. */
  SequenceNumber append(LongSupplier ordinals, String partitionKey, byte[] data) {
    byte[] key = partitionKey.getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      long ordinal = ordinals.getAsLong();
      lastArrival = Math.max(lastArrival, timeline.now());
      writable(key.length + data.length).append(ordinal, lastArrival, key, data);
      tip = ordinal + 1;
      changed.signalAll();
      return new SequenceNumber(ordinal, shard);
    } finally {
      lock.unlock();
    }
  }

  private Segment writable(int size) {
    if (segments.isEmpty() || !segments.get(segments.size() - 1).hasRoom(size)) {
      trim();
      segments.add(new Segment());
    }
    return segments.get(segments.size() - 1);
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The ordinal of the shard's beginning, from which every record that is still kept is read. */
  public long start() {
    return start;
  }

  /** The ordinal just past the last record, from which only later ones are read. */
  public long tip() {
    lock.lock();
    try {
      return tip;
    } finally {
      lock.unlock();
    }
  }

  /** The ordinal of the first record that arrived at or after a time; the tip if none did. */
  public long ordinalAt(long time) {
    lock.lock();
    try {
      for (Segment segment : segments) {
        if (segment.lastArrival() >= time) {
          return segment.ordinal(segment.indexOfArrival(time));
        }
      }
      return tip;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads records at and past an ordinal: as many as fit, but one at least, if there is one.
   *
   * @param maxBytes of data and partition keys
   */
  public Slice read(long from, int maxRecords, long maxBytes) {
    lock.lock();
    try {
      trim();
      SliceBuilder slice = new SliceBuilder(shard, Math.max(from, start), maxRecords, maxBytes);
      long horizon = timeline.horizon();
      for (int i = segmentOf(from); i < segments.size() && !slice.isFull(); i++) {
        slice.take(segments.get(i), horizon);
      }
      return slice.build(timeline.now(), closed);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until there is a record at or past an ordinal, or the shard is closed.
   *
   * @return false if neither came true in that time
   */
  public boolean await(long from, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (tip <= from && !closed) {
        if (nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private int segmentOf(long ordinal) {
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.get(middle).lastOrdinal() < ordinal) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void trim() {
    long horizon = timeline.horizon();
    int expired = 0;
    while (expired < segments.size() && segments.get(expired).lastArrival() < horizon) {
      expired++;
    }
    segments.subList(0, expired).clear();
  }
}
