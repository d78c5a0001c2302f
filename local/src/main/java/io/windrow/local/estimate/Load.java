package io.windrow.local.estimate;

/**
 * What a pipeline is given to do.
 *
 * @param rate events a second
 * @param bytes of an event
 * @param groups that each view has in a window
 * @param capacity of the stream that brings it
 */
public record Load(double rate, int bytes, int groups, Capacity capacity) {
  private static final double SHARD_RECORDS_A_SECOND = 1000;
  private static final double SHARD_BYTES_A_SECOND = 1 << 20;
  private static final double KIB = 1024;
  private static final double PUT_UNIT_BYTES = 25 * KIB;

  public Load {
    if (!(rate > 0) || bytes < 1 || groups < 1) {
      throw new IllegalArgumentException(
          "a load has a rate, a size and groups above 0, found %s events a second of %d bytes in %d groups"
              .formatted(rate, bytes, groups));
    }
  }

  /** The same at another rate. */
  Load at(double otherRate) {
    return new Load(otherRate, bytes, groups, capacity);
  }

  int shards() {
    return capacity.shards(this);
  }

  /** How many shards take it (Amazon Kinesis Developer Guide, "Quotas and limits"). */
  int neededShards() {
    double full = Math.max(rate / SHARD_RECORDS_A_SECOND, rate * bytes / SHARD_BYTES_A_SECOND);
    return (int) Math.max(1, Math.ceil(full));
  }

  /** Batches a second: a mapping waits for one second, and a shard can't fill a batch in less. */
  double batches() {
    return Math.min(shards(), rate);
  }

  double recordsPerBatch() {
    return rate / batches();
  }

  double bytesAMonth() {
    return rate * bytes * Prices.SECONDS_A_MONTH;
  }

  /** A stream on demand counts each record in whole KiB. */
  double gigabytesAMonth() {
    return rate * Math.ceil(bytes / KIB) * KIB * Prices.SECONDS_A_MONTH / Prices.GB;
  }

  double putUnitsAMonth() {
    return rate * Math.ceil(bytes / PUT_UNIT_BYTES) * Prices.SECONDS_A_MONTH;
  }
}
