package io.windrow.ledger;

/**
 * One call of the function that commits.
 *
 * @param token drawn at random for it: its commits and payloads bear it
 * @param begunAt when it began, in milliseconds since the epoch; remembered heads age by it
 * @param endsAt when Lambda ends it, in milliseconds since the epoch
 * @param deadline by which it commits what it has judged, and leaves the rest to the next call
 */
public record Call(String token, long begunAt, long endsAt, Deadline deadline) {

  /** Longer than Lambda lets any call go on. */
  private static final long LONGEST = 15 * 60_000L;

  /** A call that may take as long as it likes. */
  static Call unhurried(String token, long begunAt) {
    return new Call(token, begunAt, begunAt + LONGEST, Deadline.NONE);
  }
}
