package io.windrow.local.mapping;

import io.windrow.local.mapping.Decision.Again;
import io.windrow.local.mapping.Decision.Discard;
import io.windrow.local.mapping.Decision.Done;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What Lambda does after an invocation.
 *
 * <p>With bisect on, a batch of several records that failed is cut in two, at the reported record
 * or, when the first one or none was reported, in the middle; parts use up no retries. What cannot
 * be cut is retried. Throttles do not count. See <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html">
 * partial batch responses</a> and <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html">discarded
 * records</a> in the manual.
 */
final class RetryPolicy {
  private static final Decision DONE = new Done();

  private final MappingConfig config;
  private final IntUnaryOperator bisection;

  /**
   * @param bisection gives for a number of records, two at least, how many the first part takes
   */
  RetryPolicy(MappingConfig config, IntUnaryOperator bisection) {
    this.config = config;
    this.bisection = bisection;
  }

  Decision after(Attempt attempt, Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded) {
      return DONE;
    }
    if (outcome instanceof Outcome.Throttled) {
      return new Again(List.of(attempt.throttled()));
    }
    int failed = outcome instanceof Outcome.FailedFrom reported ? reported.index() : 0;
    return config.bisectBatchOnFunctionError() && attempt.size() > 1
        ? bisect(attempt, failed)
        : retry(attempt, failed);
  }

  private Decision bisect(Attempt attempt, int failed) {
    if (failed > 0) {
      return new Again(List.of(attempt.part(failed, attempt.size())));
    }
    int cut = bisection.applyAsInt(attempt.size());
    return new Again(List.of(attempt.part(0, cut), attempt.part(cut, attempt.size())));
  }

  private Decision retry(Attempt attempt, int failed) {
    Attempt next = attempt.retryFrom(failed);
    boolean allowed =
        config.maximumRetryAttempts() == MappingConfig.UNLIMITED
            || next.retries() <= config.maximumRetryAttempts();
    return allowed ? new Again(List.of(next)) : new Discard(next);
  }

  /** How many records at the front of an attempt are past the greatest age at a time. */
  int expired(Attempt attempt, long now) {
    if (config.maximumRecordAgeSeconds() == MappingConfig.UNLIMITED) {
      return 0;
    }
    long oldest = now - config.maximumRecordAgeSeconds() * 1000L;
    int expired = 0;
    while (expired < attempt.size() && attempt.records().get(expired).arrival() < oldest) {
      expired++;
    }
    return expired;
  }

  /** In milliseconds, before an attempt. */
  long delay(Attempt attempt) {
    return config.backoff().before(attempt.repetitions());
  }
}
