package io.windrow.local.mapping;

import java.util.List;

/**
 * Records that a mapping has given up.
 *
 * @param invocations how many they were part of
 */
public record Discarded(
    String shard, Condition condition, List<ShardRecord> records, int invocations) {

  public Discarded {
    records = List.copyOf(records);
  }

  /** Why, as Lambda names it. */
  public enum Condition {
    RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
    RECORD_AGE_EXCEEDED("RecordAgeExceeded");

    private final String text;

    Condition(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
