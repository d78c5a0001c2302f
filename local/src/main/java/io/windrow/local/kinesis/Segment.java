package io.windrow.local.kinesis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stretch of a shard's records in a few flat arrays, so that a million small records cost little
 * more than their bytes. Not safe for threads: its log locks.
 */
final class Segment {
  private static final int MOST_RECORDS = 4096;

  // below half of the collector's smallest region, past which an array takes whole regions
  private static final int MOST_BYTES = 1 << 18;
  private static final int FIRST_RECORDS = 32;
  private static final int FIRST_BYTES = 4096;

  private int count;
  private long[] ordinals = new long[FIRST_RECORDS];
  private long[] arrivals = new long[FIRST_RECORDS];
  private int[] keyEnds = new int[FIRST_RECORDS];
  private int[] dataEnds = new int[FIRST_RECORDS];
  private byte[] bytes = new byte[FIRST_BYTES];

  /** Whether a record of so many bytes has room; the first one always has. */
  boolean hasRoom(int size) {
    return count == 0 || (count < MOST_RECORDS && start(count) + size <= MOST_BYTES);
  }

  int count() {
    return count;
  }

  void append(long ordinal, long arrival, byte[] key, byte[] data) {
    int start = start(count);
    makeRoom(start + key.length + data.length);
    System.arraycopy(key, 0, bytes, start, key.length);
    System.arraycopy(data, 0, bytes, start + key.length, data.length);
    ordinals[count] = ordinal;
    arrivals[count] = arrival;
    keyEnds[count] = start + key.length;
    dataEnds[count] = start + key.length + data.length;
    count++;
  }

  private void makeRoom(int size) {
    if (count == ordinals.length) {
      ordinals = Arrays.copyOf(ordinals, count * 2);
      arrivals = Arrays.copyOf(arrivals, count * 2);
      keyEnds = Arrays.copyOf(keyEnds, count * 2);
      dataEnds = Arrays.copyOf(dataEnds, count * 2);
    }
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size, Math.min(bytes.length * 2, MOST_BYTES)));
    }
  }

  /** The index of the first record at or past an ordinal; {@link #count} if there is none. */
  int indexOf(long ordinal) {
    return firstAtOrPast(ordinals, ordinal);
  }

  /** The index of the first record that arrived at or after a time. */
  int indexOfArrival(long time) {
    return firstAtOrPast(arrivals, time);
  }

  private int firstAtOrPast(long[] sorted, long value) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long ordinal(int index) {
    return ordinals[index];
  }

  long arrival(int index) {
    return arrivals[index];
  }

  long lastOrdinal() {
    return ordinals[count - 1];
  }

  long lastArrival() {
    return arrivals[count - 1];
  }

  /** The bytes of a record's partition key and data. */
  int size(int index) {
    return dataEnds[index] - start(index);
  }

  StoredRecord record(int index, int shard) {
    int start = start(index);
    String key = new String(bytes, start, keyEnds[index] - start, StandardCharsets.UTF_8);
    byte[] data = Arrays.copyOfRange(bytes, keyEnds[index], dataEnds[index]);
    return new StoredRecord(new SequenceNumber(ordinals[index], shard), arrivals[index], key, data);
  }

  private int start(int index) {
    return index == 0 ? 0 : dataEnds[index - 1];
  }
}
