package io.windrow.local.display;

import io.windrow.ledger.Counts;
import io.windrow.local.chaos.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts as sentences. */
public final class Summary {
  private Summary() {}

  /** The totals of a run, on one line and one more for each kind of detail. */
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
    return totals
        + details("rejected: ", counts.reasons())
        + details("late by view: ", counts.lateByView());
  }

  private static String details(String head, Map<String, Long> counts) {
    return counts.isEmpty() ? "" : "\n" + head + counts(counts);
  }

  /** What chaos did to a run, on one line. */
  public static String faults(Map<Fault, Long> faults) {
    return String.join(", ", faults(faults, Integer.MAX_VALUE));
  }

  /** What chaos did to a run, so many kinds on a line. */
  static List<String> faults(Map<Fault, Long> faults, int kindsOnALine) {
    List<String> kinds =
        faults.entrySet().stream()
            .map(fault -> fault.getKey().plural() + " " + number(fault.getValue()))
            .toList();
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < kinds.size(); from += kindsOnALine) {
      int to = from + Math.min(kindsOnALine, kinds.size() - from);
      lines.add(String.join(", ", kinds.subList(from, to)));
    }
    return lines;
  }

  static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + number(count.getValue()))
        .collect(Collectors.joining(", "));
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
