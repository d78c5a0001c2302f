package io.windrow.local.kinesis;

/**
 * What a provisioned shard carries: 1 MiB and 1,000 records written, 5 reads and 2 MiB read a
 * second (developer guide, "Quotas and limits").
 */
final class ProvisionedThroughput implements Throughput {
  private static final long SECOND = 1_000;
  private static final int WRITTEN_BYTES = 1 << 20;
  private static final int WRITTEN_RECORDS = 1_000;
  private static final int READS = 5;
  private static final long READ_BYTES = 2 << 20;

  private long second = Long.MIN_VALUE;
  private long writtenBytes;
  private int writtenRecords;
  private int reads;
  private long readableFrom = Long.MIN_VALUE;

  @Override
  public synchronized boolean admitsWrite(int bytes, long now) {
    enter(now);
    // a large record, on a stream that allows them, would never get in but for a burst of its own
    boolean full = writtenBytes > 0 && writtenBytes + bytes > WRITTEN_BYTES;
    if (full || writtenRecords == WRITTEN_RECORDS) {
      return false;
    }
    writtenRecords++;
    writtenBytes += bytes;
    return true;
  }

  @Override
  public synchronized boolean admitsRead(long now) {
    enter(now);
    if (reads == READS || now < readableFrom) {
      return false;
    }
    reads++;
    return true;
  }

  @Override
  public synchronized void gave(long bytes, long now) {
    if (bytes > READ_BYTES) {
      readableFrom = now + bytes * SECOND / READ_BYTES;
    }
  }

  private void enter(long now) {
    long current = Math.floorDiv(now, SECOND);
    if (current != second) {
      second = current;
      writtenBytes = 0;
      writtenRecords = 0;
      reads = 0;
    }
  }
}
