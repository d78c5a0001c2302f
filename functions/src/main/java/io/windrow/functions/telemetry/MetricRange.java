package io.windrow.functions.telemetry;

import java.util.OptionalDouble;

/**
 * The numbers that CloudWatch takes: none past 2^360, and none nearer to 0 than 2^-360 but 0 itself
 * (Amazon CloudWatch API Reference, MetricDatum and PutMetricData). A result's decimals go further.
 */
final class MetricRange {
  private static final double GREATEST = 0x1p360;
  private static final double LEAST = 0x1p-360;

  private MetricRange() {}

  /** A number as CloudWatch takes it, 0 for one that is all but 0; nothing for one too great. */
  static OptionalDouble of(Number number) {
    double value = number.doubleValue();
    if (Math.abs(value) < LEAST) {
      return OptionalDouble.of(0);
    }
    return Math.abs(value) <= GREATEST ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
