package io.windrow.local.diagnosis;

import io.windrow.contract.Reason;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Kept;
import io.windrow.plan.Definition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run looks like in which nothing or almost nothing is accepted: the commonest outcome, and
 * what the first record of it suggests. Safe for any number of threads.
 */
public final class Diagnosis {
  private static final int ONE_IN = 100;
  private static final int MOST_SAMPLES = 100;

  /** The reasons whose name does not say what is wrong. */
  private static final Pattern FAILURE = Pattern.compile("view\\.|clean\\.|keep\\.");

  private final Suggestions suggestions;
  private final Map<String, Kept> samples = new HashMap<>();

  /** A run that begins. */
  public Diagnosis(Definition definition) {
    this.suggestions = new Suggestions(definition);
  }

  /** Takes records that were kept whole, as samples of their reasons. */
  public synchronized void kept(List<Kept> records) {
    for (Kept record : records) {
      if (samples.size() < MOST_SAMPLES) {
        samples.putIfAbsent(record.code(), record);
      }
    }
  }

  /**
   * Sentences; none when more than one record of a hundred is accepted and their times are likely.
   *
   * @param reached the greatest watermark of events
   */
  public synchronized Optional<String> of(Counts counts, long reached) {
    if (counts.received() == 0) {
      return Optional.empty();
    }
    if (counts.accepted() * ONE_IN > counts.received()) {
      return suggestions.ofAccepted(reached);
    }
    Map<String, Long> outcomes = new HashMap<>(counts.reasons());
    outcomes.put(Suggestions.LATE, counts.late());
    outcomes.put(Suggestions.FILTERED, counts.filtered());
    return outcomes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> (head(counts, most) + " " + suggestion(most.getKey())).strip());
  }

  /** What each expression failed on that has no value for records of a run: an example of each. */
  public synchronized List<String> failures() {
    return samples.values().stream()
        .map(Kept::reason)
        .filter(reason -> reason != null && FAILURE.matcher(reason.code()).lookingAt())
        .map(reason -> reason.code() + ": " + reason.detail())
        .sorted()
        .toList();
  }

  private String suggestion(String code) {
    Kept sample = samples.get(code);
    Reason reason = sample == null ? null : sample.reason();
    return suggestions.of(
        reason == null ? Reason.of(code) : reason,
        Sample.of(sample == null ? null : sample.payload()));
  }

  private static String head(Counts counts, Map.Entry<String, Long> most) {
    boolean rejected = counts.reasons().containsKey(most.getKey());
    return String.format(
        Locale.ROOT,
        "Of %,d %s %s accepted; %,d %s %s%s.",
        counts.received(),
        counts.received() == 1 ? "record" : "records",
        counts.accepted() == 0 ? "none is" : "only " + counts.accepted() + are(counts.accepted()),
        most.getValue(),
        are(most.getValue()).strip(),
        rejected ? "rejected for " : "",
        most.getKey());
  }

  private static String are(long number) {
    return number == 1 ? " is" : " are";
  }
}
