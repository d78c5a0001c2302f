package io.windrow.local.kinesis;

import java.util.ArrayList;
import java.util.List;

/** A slice as it grows, segment by segment, until it is full. */
final class SliceBuilder {
  private final int shard;
  private final int maxRecords;
  private final long maxBytes;
  private final List<StoredRecord> records = new ArrayList<>();
  private long next;
  private long bytes;
  private boolean full;
  private long firstUnreadArrival;

  SliceBuilder(int shard, long from, int maxRecords, long maxBytes) {
    this.shard = shard;
    this.next = from;
    this.maxRecords = maxRecords;
    this.maxBytes = maxBytes;
  }

  boolean isFull() {
    return full;
  }

  /** Takes what fits of a segment, from the slice's place on, and not what is past retention. */
  void take(Segment segment, long horizon) {
    int first = Math.max(segment.indexOf(next), segment.indexOfArrival(horizon));
    for (int i = first; i < segment.count(); i++) {
      if (!fits(segment.size(i))) {
        full = true;
        firstUnreadArrival = segment.arrival(i);
        return;
      }
      records.add(segment.record(i, shard));
      bytes += segment.size(i);
      next = segment.ordinal(i) + 1;
    }
  }

  private boolean fits(int size) {
    return records.size() < maxRecords && (records.isEmpty() || bytes + size <= maxBytes);
  }

  Slice build(long now, boolean closed) {
    // 0 says that nothing is left to read, so a record of this very millisecond counts as 1
    long behind = full ? Math.max(1, now - firstUnreadArrival) : 0;
    return new Slice(records, next, behind, closed && !full);
  }
}
