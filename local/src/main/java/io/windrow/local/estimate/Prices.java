package io.windrow.local.estimate;

/** AWS's list prices of one region, in US dollars. */
final class Prices {
  static final String REGION = "us-east-1";
  static final String DATE = "November 2026";

  static final double HOURS_A_MONTH = 730;
  static final double SECONDS_A_MONTH = HOURS_A_MONTH * 3600;

  /** Bytes. */
  static final double GB = 1e9;

  static final double STREAM_HOUR = 0.04;
  static final double STREAM_GB_IN = 0.08;
  static final double STREAM_GB_OUT = 0.04;
  static final double SHARD_HOUR = 0.015;
  static final double PUT_UNIT = 0.014e-6;

  /** What a fan-out consumer reads of a stream on demand, in place of {@link #STREAM_GB_OUT}. */
  static final double STREAM_CONSUMER_GB = 0.05;

  static final double SHARD_CONSUMER_HOUR = 0.015;
  static final double SHARD_CONSUMER_GB = 0.013;

  static final double GB_SECOND = 0.0000133334;
  static final double INVOCATION = 0.20e-6;

  static final double WRITE_UNIT = 0.625e-6;
  static final double READ_UNIT = 0.125e-6;

  static final double METRIC = 0.30;

  /** Of each metric that an alarm watches. */
  static final double ALARM = 0.10;

  static final double COMPOSITE_ALARM = 0.50;
  static final double DASHBOARD = 3;
  static final double LOG_GB = 0.50;

  static final double KEY = 1;

  /** The least that an application of Managed Flink costs: two processing units. */
  static final double FLINK_HOUR = 0.22;

  private Prices() {}
}
