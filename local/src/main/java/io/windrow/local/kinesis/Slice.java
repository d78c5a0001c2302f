package io.windrow.local.kinesis;

import java.util.List;

/**
 * Consecutive records of a shard, and where to go on.
 *
 * @param next the ordinal to read from next
 * @param millisBehindLatest the age of the first record not yet read; 0 when all are read
 * @param ended whether the shard is closed and holds nothing past these records
 */
public record Slice(List<StoredRecord> records, long next, long millisBehindLatest, boolean ended) {
  public Slice {
    records = List.copyOf(records);
  }
}
