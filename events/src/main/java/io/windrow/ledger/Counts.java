package io.windrow.ledger;

import io.windrow.contract.Verdict;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many events got which verdict. A record that holds none, or that can't be read, counts as
 * one. {@code received} is counted apart and must be the sum of the verdicts.
 *
 * @param reasons rejected events by reason code
 * @param lateByView late events by view, those that were accepted for another view included
 */
public record Counts(
    long received,
    long accepted,
    long filtered,
    long rejected,
    long late,
    Map<String, Long> reasons,
    Map<String, Long> lateByView) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, Map.of(), Map.of());

  public Counts {
    if (received != accepted + filtered + rejected + late) {
      throw new UnbalancedCountsException(
          "unbalanced counts: received %d, accepted %d, filtered %d, rejected %d, late %d"
              .formatted(received, accepted, filtered, rejected, late));
    }
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    lateByView = Collections.unmodifiableMap(new TreeMap<>(lateByView));
  }

  /** Whether records are kept whole among those counted: rejected, or late for some view. */
  boolean keepsRecords() {
    return rejected > 0 || !lateByView.isEmpty();
  }

  public Counts plus(Counts other) {
    return new Counts(
        received + other.received,
        accepted + other.accepted,
        filtered + other.filtered,
        rejected + other.rejected,
        late + other.late,
        sum(reasons, other.reasons),
        sum(lateByView, other.lateByView));
  }

  private static Map<String, Long> sum(Map<String, Long> left, Map<String, Long> right) {
    Map<String, Long> sum = new TreeMap<>(left);
    right.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }

  /** Counts while a batch is folded. */
  static final class Tally {
    private long received;
    private long accepted;
    private long filtered;
    private long rejected;
    private long late;
    private final Map<String, Long> reasons = new TreeMap<>();
    private final Map<String, Long> lateByView = new TreeMap<>();

    void receive() {
      received++;
    }

    void count(Verdict verdict) {
      if (verdict instanceof Verdict.Accepted) {
        accepted++;
      } else if (verdict instanceof Verdict.Filtered) {
        filtered++;
      } else if (verdict instanceof Verdict.Rejected rejection) {
        rejected++;
        reasons.merge(rejection.reason().code(), 1L, Long::sum);
      } else {
        late++;
      }
    }

    void lateFor(String view) {
      lateByView.merge(view, 1L, Long::sum);
    }

    Counts toCounts() {
      return new Counts(received, accepted, filtered, rejected, late, reasons, lateByView);
    }
  }
}
