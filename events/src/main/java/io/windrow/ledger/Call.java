package io.windrow.ledger;

/**
 * One call of the function that commits.
 *
 * @param token drawn at random for it: its commits and payloads bear it
 * @param begunAt when it began, in milliseconds since the epoch; remembered heads age by it
 * @param deadline by which it commits what it has judged, and leaves the rest to the next call
 */
public record Call(String token, long begunAt, Deadline deadline) {}
