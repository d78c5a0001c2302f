package io.windrow.local.mapping;

import static io.windrow.local.mapping.Fixtures.SHARD;
import static io.windrow.local.mapping.Fixtures.config;
import static io.windrow.local.mapping.Fixtures.numbers;
import static io.windrow.local.mapping.Fixtures.records;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.windrow.local.mapping.Discarded.Condition;
import io.windrow.local.mapping.Outcome.Failed;
import io.windrow.local.mapping.Outcome.FailedFrom;
import io.windrow.local.mapping.Outcome.Succeeded;
import io.windrow.local.mapping.Outcome.Throttled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShardProcessorTest {
  private static final Outcome OK = new Succeeded();
  private static final Outcome ERROR = new Failed("boom");

  @Test
  void aBatchThatSucceededIsDone() {
    ShardProcessor shard = processor(config(), 3);

    assertThat(shard.answered(OK)).isEmpty();

    assertThat(shard.idle()).isTrue();
  }

  @Test
  void noBatchBeginsBeforeTheOneBeforeIsDone() {
    ShardProcessor shard = processor(config(), 3);

    assertThatIllegalStateException().isThrownBy(() -> shard.begin(records(3, 4)));
  }

  @Test
  void anErrorRetriesTheWholeBatch() {
    ShardProcessor shard = processor(config(), 3);

    assertThat(shard.answered(ERROR)).isEmpty();

    assertThat(current(shard)).containsExactly(0, 1, 2);
  }

  @Test
  void aPartialResponseRetriesFromTheReportedRecord() {
    ShardProcessor shard = processor(config(), 4);

    assertThat(shard.answered(new FailedFrom(2))).isEmpty();

    assertThat(current(shard)).containsExactly(2, 3);
  }

  @Test
  void retriesAreUnlimitedByDefault() {
    ShardProcessor shard = processor(config(), 1);

    for (int i = 0; i < 20_000; i++) {
      assertThat(shard.answered(ERROR)).isEmpty();
    }

    assertThat(current(shard)).containsExactly(0);
  }

  @Test
  void aBatchWithNRetriesIsTriedNPlusOneTimesAndThenDiscarded() {
    ShardProcessor shard = processor(config().maximumRetryAttempts(2), 2);

    assertThat(shard.answered(ERROR)).isEmpty();
    assertThat(shard.answered(ERROR)).isEmpty();
    Discarded discarded = shard.answered(ERROR).orElseThrow();

    assertThat(discarded.shard()).isEqualTo(SHARD);
    assertThat(discarded.condition()).isEqualTo(Condition.RETRY_ATTEMPTS_EXHAUSTED);
    assertThat(discarded.invocations()).isEqualTo(3);
    assertThat(numbers(discarded.records())).containsExactly(0, 1);
    assertThat(shard.idle()).isTrue();
  }

  @Test
  void withNoRetriesAPartialResponseDiscardsOnlyWhatIsLeft() {
    ShardProcessor shard = processor(config().maximumRetryAttempts(0), 3);

    Discarded discarded = shard.answered(new FailedFrom(1)).orElseThrow();

    assertThat(numbers(discarded.records())).containsExactly(1, 2);
  }

  @Test
  void throttlesUseUpNoRetries() {
    ShardProcessor shard = processor(config().maximumRetryAttempts(0), 2);

    for (int i = 0; i < 100; i++) {
      assertThat(shard.answered(new Throttled())).isEmpty();
    }

    assertThat(shard.answered(ERROR).orElseThrow().invocations()).isEqualTo(1);
  }

  @Test
  void bisectCutsABatchThatFailedInHalvesInOrder() {
    ShardProcessor shard = processor(config().bisectBatchOnFunctionError(), 5);

    assertThat(shard.answered(ERROR)).isEmpty();

    assertThat(current(shard)).containsExactly(0, 1);
    assertThat(shard.answered(OK)).isEmpty();
    assertThat(current(shard)).containsExactly(2, 3, 4);
    assertThat(shard.answered(OK)).isEmpty();
    assertThat(shard.idle()).isTrue();
  }

  @Test
  void bisectCutsAtTheReportedRecordAndRetriesOnlyTheRest() {
    ShardProcessor shard = processor(config().bisectBatchOnFunctionError(), 8);

    assertThat(shard.answered(new FailedFrom(5))).isEmpty();

    assertThat(current(shard)).containsExactly(5, 6, 7);
  }

  @Test
  void bisectHalvesABatchWhoseFirstRecordWasReported() {
    ShardProcessor shard = processor(config().bisectBatchOnFunctionError(), 4);

    assertThat(shard.answered(new FailedFrom(0))).isEmpty();

    assertThat(current(shard)).containsExactly(0, 1);
  }

  @Test
  void halvesUseUpNoRetries() {
    ShardProcessor shard =
        processor(config().bisectBatchOnFunctionError().maximumRetryAttempts(0), 1024);

    Optional<Discarded> discarded = Optional.empty();
    int errors = 0;
    while (discarded.isEmpty()) {
      discarded = shard.answered(ERROR);
      errors++;
    }

    assertThat(errors).isEqualTo(11);
    assertThat(numbers(discarded.orElseThrow().records())).containsExactly(0);
    assertThat(current(shard)).containsExactly(1);
  }

  @Test
  void bisectIsolatesOneBadRecordAndHandlesEveryOther() {
    ShardProcessor shard =
        processor(config().bisectBatchOnFunctionError().maximumRetryAttempts(3), 100);
    List<Integer> handled = new ArrayList<>();
    List<Integer> discarded = new ArrayList<>();

    while (!shard.idle()) {
      List<Integer> attempt = current(shard);
      boolean bad = attempt.contains(37);
      if (!bad) {
        handled.addAll(attempt);
      }
      shard
          .answered(bad ? ERROR : OK)
          .ifPresent(given -> discarded.addAll(numbers(given.records())));
    }

    assertThat(discarded).containsExactly(37);
    assertThat(handled).hasSize(99).isSorted().doesNotContain(37);
  }

  @Test
  void recordsPastTheGreatestAgeAreDiscardedAndTheOthersTried() {
    ShardProcessor shard = processor(config().maximumRecordAgeSeconds(60), 4);

    Discarded discarded = shard.expire(62_000).orElseThrow();

    assertThat(discarded.condition()).isEqualTo(Condition.RECORD_AGE_EXCEEDED);
    assertThat(discarded.invocations()).isZero();
    assertThat(numbers(discarded.records())).containsExactly(0, 1);
    assertThat(current(shard)).containsExactly(2, 3);
  }

  @Test
  void aBatchWhoseRecordsAreAllTooOldIsDone() {
    ShardProcessor shard = processor(config().maximumRecordAgeSeconds(60), 4);

    assertThat(shard.expire(1_000_000)).isPresent();

    assertThat(shard.idle()).isTrue();
  }

  @Test
  void recordsOfAnyAgeAreTriedByDefault() {
    ShardProcessor shard = processor(config(), 4);

    assertThat(shard.expire(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void theWaitDoublesWithEachRepetitionUpToALimit() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350));
    ShardProcessor shard = processor(config().backoff(backoff), 1);
    List<Long> waits = new ArrayList<>();

    for (int i = 0; i < 5; i++) {
      waits.add(shard.delay());
      assertThat(shard.answered(i % 2 == 0 ? ERROR : new Throttled())).isEmpty();
    }

    assertThat(waits).containsExactly(0L, 100L, 200L, 350L, 350L);
  }

  @Test
  void aHalfIsTriedWithoutAWait() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(350));
    ShardProcessor shard = processor(config().bisectBatchOnFunctionError().backoff(backoff), 2);

    assertThat(shard.answered(ERROR)).isEmpty();

    assertThat(shard.delay()).isZero();
  }

  private static ShardProcessor processor(MappingConfigBuilder config, int records) {
    ShardProcessor shard =
        new ShardProcessor(SHARD, new RetryPolicy(config.build(), size -> size / 2));
    shard.begin(records(0, records));
    return shard;
  }

  private static List<Integer> current(ShardProcessor shard) {
    return numbers(shard.current().records());
  }
}
