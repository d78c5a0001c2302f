package io.windrow.local.kinesis;

/** The rules for how long a stream keeps its records: a day to a year. */
final class RetentionPeriod {
  static final int DEFAULT_HOURS = 24;
  private static final int LONGEST_HOURS = 8760;

  private RetentionPeriod() {}

  static void increase(KinesisStream stream, int hours) {
    check(hours);
    if (hours < stream.retentionHours()) {
      throw KinesisError.invalidArgument(
          refusal(stream, hours, "shorter", "DecreaseStreamRetentionPeriod"));
    }
    stream.retain(hours);
  }

  static void decrease(KinesisStream stream, int hours) {
    check(hours);
    if (hours > stream.retentionHours()) {
      throw KinesisError.invalidArgument(
          refusal(stream, hours, "longer", "IncreaseStreamRetentionPeriod"));
    }
    stream.retain(hours);
  }

  private static String refusal(KinesisStream stream, int hours, String than, String other) {
    return "Requested retention period (%d hours) for stream %s can not be %s than existing retention period (%d hours). Use %s."
        .formatted(hours, stream.name(), than, stream.retentionHours(), other);
  }

  private static void check(int hours) {
    if (hours < DEFAULT_HOURS || hours > LONGEST_HOURS) {
      throw KinesisError.invalidArgument(
          "Retention period must be %d to %d hours, found %d."
              .formatted(DEFAULT_HOURS, LONGEST_HOURS, hours));
    }
  }
}
