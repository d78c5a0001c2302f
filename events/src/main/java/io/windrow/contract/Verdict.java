package io.windrow.contract;

/** What becomes of a record: every record gets exactly one. */
public sealed interface Verdict {

  /** Counted in every view for which it is not late. */
  record Accepted() implements Verdict {}

  /** The pipeline's {@code keep} was false, or the record holds no event. */
  record Filtered() implements Verdict {}

  /** Kept whole in quarantine, with the reason. */
  record Rejected(Reason reason) implements Verdict {}

  /** Late for every view; kept whole in quarantine. */
  record Late() implements Verdict {}
}
