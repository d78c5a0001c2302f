package io.windrow.local.display;

import io.windrow.ledger.Counts;
import io.windrow.local.chaos.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts as sentences. */
public final class Summary {
  private Summary() {}

  /** The totals of a run, on one line or two. */
  public static String of(Counts counts, long redelivered, long results) {
    String totals =
        "received %s = accepted %s + filtered %s + rejected %s + late %s; redelivered %s; results %s"
            .formatted(
                number(counts.received()),
                number(counts.accepted()),
                number(counts.filtered()),
                number(counts.rejected()),
                number(counts.late()),
                number(redelivered),
                number(results));
    return counts.reasons().isEmpty() ? totals : totals + "\nrejected: " + reasons(counts);
  }

  /** What chaos did to a run, on one line. */
  public static String faults(Map<Fault, Long> faults) {
    return faults.entrySet().stream()
        .map(fault -> fault.getKey().plural() + " " + number(fault.getValue()))
        .collect(Collectors.joining(", "));
  }

  static String reasons(Counts counts) {
    return counts.reasons().entrySet().stream()
        .map(reason -> reason.getKey() + " " + number(reason.getValue()))
        .collect(Collectors.joining(", "));
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
