package io.windrow.local.mapping;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/** The records that have been read from a shard and not yet put in a batch. */
final class BatchBuffer {
  private final MappingConfig config;
  private final ToIntFunction<ShardRecord> sizeOf;
  private final Deque<ShardRecord> records = new ArrayDeque<>();
  private long bytes;
  private long since;

  /**
   * @param sizeOf the bytes that a record takes in an invocation's payload
   */
  BatchBuffer(MappingConfig config, ToIntFunction<ShardRecord> sizeOf) {
    this.config = config;
    this.sizeOf = sizeOf;
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  /** How many more records the next batch can use. */
  int room() {
    return bytes >= MappingConfig.PAYLOAD_LIMIT
        ? 0
        : Math.max(0, config.batchSize() - records.size());
  }

  /** Takes what was read at a time; the batching window begins with the first record. */
  void add(List<ShardRecord> read, long now) {
    if (isEmpty()) {
      since = now;
    }
    for (ShardRecord each : read) {
      records.addLast(each);
      bytes += sizeOf.applyAsInt(each);
    }
  }

  /** Puts records that were in a batch back in front, to be delivered once more. */
  void putBack(List<ShardRecord> handled) {
    for (int i = handled.size() - 1; i >= 0; i--) {
      records.addFirst(handled.get(i));
      bytes += sizeOf.applyAsInt(handled.get(i));
    }
  }

  /** How many milliseconds the next batch can still wait for more records: 0 when it is due. */
  long dueIn(long now) {
    return room() == 0 ? 0 : Math.max(0, since + config.batchingWindow().toMillis() - now);
  }

  /**
   * Takes a batch: so many records at most, and no more than a payload carries, but one at least.
   */
  List<ShardRecord> take(int atMost) {
    List<ShardRecord> batch = new ArrayList<>();
    long payload = EnvelopeWriter.FRAME;
    while (!records.isEmpty() && batch.size() < atMost) {
      int size = sizeOf.applyAsInt(records.getFirst());
      if (!batch.isEmpty() && payload + size > MappingConfig.PAYLOAD_LIMIT) {
        break;
      }
      batch.add(records.removeFirst());
      payload += size;
      bytes -= size;
    }
    return batch;
  }
}
