package io.windrow.infrastructure;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.TimeConversionOptions;

/** How long Kinesis may hold a record (Amazon Kinesis Developer Guide, "Quotas and limits"). */
final class StreamRetention {
  static final Duration LEAST = Duration.hours(24);
  private static final Duration MOST = Duration.hours(8760);

  private static final TimeConversionOptions IN_PARTS =
      TimeConversionOptions.builder().integral(false).build();

  private StreamRetention() {}

  /**
   * The retention, if a stream can have it.
   *
   * @throws IllegalArgumentException when none can
   */
  static Duration possible(Duration retention) {
    if (!retention.isUnresolved()
        && (millis(retention) < millis(LEAST) || millis(retention) > millis(MOST))) {
      throw new IllegalArgumentException(
          "the stream's retention, by retention(...) or -c retention=HOURS, is %s h; a stream holds records for 24 to 8760 h, which are 365 days"
              .formatted(retention.toHours(IN_PARTS)));
    }
    return retention;
  }

  private static double millis(Duration duration) {
    return duration.toMilliseconds().doubleValue();
  }
}
