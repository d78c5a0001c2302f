package io.windrow.local.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The batch of one shard that is being handled, as a queue of attempts in the shard's order. A new
 * batch begins when nothing is left of the one before. It has no thread and no clock.
 */
final class ShardProcessor {
  private final String shard;
  private final RetryPolicy policy;
  private final Deque<Attempt> attempts = new ArrayDeque<>();

  ShardProcessor(String shard, RetryPolicy policy) {
    this.shard = shard;
    this.policy = policy;
  }

  /** Whether no batch is being handled. */
  boolean idle() {
    return attempts.isEmpty();
  }

  void begin(List<ShardRecord> batch) {
    if (!idle()) {
      throw new IllegalStateException("a batch of " + shard + " is still being handled");
    }
    attempts.push(Attempt.first(batch));
  }

  /** What is to be given to the function next. */
  Attempt current() {
    return attempts.getFirst();
  }

  /** In milliseconds, before {@link #current}. */
  long delay() {
    return policy.delay(current());
  }

  /** Drops from the current attempt what is too old to be given to the function. */
  Optional<Discarded> expire(long now) {
    int expired = policy.expired(current(), now);
    if (expired == 0) {
      return Optional.empty();
    }
    Attempt attempt = attempts.pop();
    if (expired < attempt.size()) {
      attempts.push(attempt.without(expired));
    }
    return Optional.of(
        new Discarded(
            shard,
            Discarded.Condition.RECORD_AGE_EXCEEDED,
            attempt.records().subList(0, expired),
            attempt.invocations()));
  }

  /** Takes how the current attempt went. */
  Optional<Discarded> answered(Outcome outcome) {
    Decision decision = policy.after(attempts.pop(), outcome);
    if (decision instanceof Decision.Again again) {
      for (int i = again.attempts().size() - 1; i >= 0; i--) {
        attempts.push(again.attempts().get(i));
      }
    }
    return decision instanceof Decision.Discard discard
        ? Optional.of(exhausted(discard.attempt()))
        : Optional.empty();
  }

  private Discarded exhausted(Attempt attempt) {
    return new Discarded(
        shard,
        Discarded.Condition.RETRY_ATTEMPTS_EXHAUSTED,
        attempt.records(),
        attempt.invocations());
  }
}
