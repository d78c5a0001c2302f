package io.windrow.functions.dynamodb;

import io.windrow.ledger.Counts;
import java.util.Map;
import java.util.TreeMap;

/** The counts of a commit as attributes, and back. */
final class CountItems {
  private static final String COUNTS = "counts";
  private static final String REASONS = "reasons";
  private static final String LATE_BY_VIEW = "lateByView";
  private static final String RECEIVED = "received";
  private static final String ACCEPTED = "accepted";
  private static final String FILTERED = "filtered";
  private static final String REJECTED = "rejected";
  private static final String LATE = "late";

  private CountItems() {}

  static void write(Counts counts, ItemBuilder item) {
    Map<String, Long> verdicts = new TreeMap<>();
    verdicts.put(RECEIVED, counts.received());
    verdicts.put(ACCEPTED, counts.accepted());
    verdicts.put(FILTERED, counts.filtered());
    verdicts.put(REJECTED, counts.rejected());
    verdicts.put(LATE, counts.late());
    item.numbers(COUNTS, verdicts)
        .numbers(REASONS, counts.reasons())
        .numbers(LATE_BY_VIEW, counts.lateByView());
  }

  static Counts read(StoredItem item) {
    Map<String, Long> verdicts = item.numbers(COUNTS);
    return new Counts(
        of(verdicts, RECEIVED),
        of(verdicts, ACCEPTED),
        of(verdicts, FILTERED),
        of(verdicts, REJECTED),
        of(verdicts, LATE),
        item.numbers(REASONS),
        item.numbers(LATE_BY_VIEW));
  }

  private static long of(Map<String, Long> verdicts, String verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }
}
