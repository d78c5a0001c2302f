package io.windrow.local.kinesis;

import java.util.Map;

/**
 * What a stream is created with.
 *
 * @param maxRecordBytes the most that a record's data and partition key may have together
 */
public record StreamSpec(
    String name, Mode mode, int shards, int maxRecordBytes, Map<String, String> tags) {

  /** Who decides how many shards a stream has. */
  public enum Mode {
    PROVISIONED,
    ON_DEMAND
  }

  static final int DEFAULT_RECORD_BYTES = 1 << 20;

  /**
   * The bounds of what a stream may allow records to have (API reference, "MaxRecordSizeInKiB").
   */
  static final int LEAST_RECORD_KIB = 1024;

  static final int MOST_RECORD_KIB = 10_240;
  static final int ON_DEMAND_SHARDS = 4;

  public StreamSpec {
    tags = Map.copyOf(tags);
  }

  /** A provisioned stream with the service's defaults. */
  public static StreamSpec provisioned(String name, int shards) {
    return new StreamSpec(name, Mode.PROVISIONED, shards, DEFAULT_RECORD_BYTES, Map.of());
  }
}
