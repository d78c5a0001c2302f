package io.windrow.functions.telemetry;

/** What a metric's values count (Amazon CloudWatch API Reference, MetricDatum). */
public enum Unit {
  COUNT("Count"),
  MILLISECONDS("Milliseconds"),
  BYTES("Bytes");

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  /** The name that CloudWatch knows it by. */
  public String text() {
    return text;
  }
}
