package io.windrow.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Settled;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.ledger.Standing;
import io.windrow.ledger.Standing.Cause;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs the worked example of docs/guide/how-it-stays-exact.md: its definition, and its numbers. */
class HowItStaysExactTest {
  private static final String MEMORY_IS_GONE = "the environment died";

  private final GuidePage page = GuidePage.read();
  private final WorkedExample example = new WorkedExample(page.block("yaml"), page.block("json"));

  @Test
  void aBatchThatIsRepeatedAndCutAnewCountsOnce() {
    firstBatches();

    assertThat(example.chain("A"))
        .endsWith(
            "A/1  commit  A3   watermark 12    accepted 3, late 0",
            "A/2  commit  A4   watermark 12    accepted 1, late 0");
  }

  @Test
  void aZombiesWriteMeetsTheEntryInItsPlace() {
    firstBatches();
    aZombieWakes();

    page.shows(example.chain("A"));
  }

  @Test
  void aSilentShardRisesByProofAndAClosingThatBrokeOffIsFinished() {
    firstBatches();
    aZombieWakes();
    theFirstWindowCloses();

    page.shows(example.chain("B"));
    page.shows(example.resultLines());
  }

  @Test
  void aSplitShardHandsItsWatermarkToItsChildren() {
    firstBatches();
    aZombieWakes();
    theFirstWindowCloses();
    theShardSplits();

    page.shows(example.chain("B").subList(2, 5));
  }

  @Test
  void everyAcceptedRecordIsInOneResultAtTheEnd() {
    firstBatches();
    aZombieWakes();
    theFirstWindowCloses();
    theShardSplits();
    aSlowConsumerHoldsTheWindow();
    theStreamFallsSilent();

    page.shows(example.chain("C"));
    page.shows(example.resultLines());
  }

  private void firstBatches() {
    example.open("A");
    example.open("B");
    example.put("A1", 1, "home", 5, 2);
    example.put("A2", 4, "cart", 20, 5);
    example.put("A3", 12, "home", 3, 13);
    example.put("A4", 8, "home", 2, 14);
    example.put("B1", 3, "home", 7, 4);
    example.put("B2", 11, "cart", 6, 12);

    Committed first =
        example.commit(example.environment(new AnswerIsLost(example.ledger())), "A1", "A2", "A3");
    assertThat(first.additions()).hasSize(1);
    Committed again = example.commit(example.environment(), "A1", "A2", "A3", "A4");
    assertThat(again.redelivered()).isEqualTo(3);
    example.commit(example.environment(), "B1", "B2");
  }

  /** Z has A5 and is slow; its batch times out and comes again, cut anew, to R. */
  private void aZombieWakes() {
    example.put("A5", 17, "cart", 4, 18);
    example.put("A6", 9, "home", 1, 19);
    Committer retried = example.environment();
    Committer zombie =
        example.environment(
            new WakesLate(example.ledger(), () -> example.commit(retried, "A5", "A6")));

    Committed late = example.commit(zombie, "A5");
    assertThat(late.conflicts()).isEqualTo(1);
    assertThat(late.additions()).isEmpty();
  }

  private void theFirstWindowCloses() {
    AtomicInteger written = new AtomicInteger();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                example.settle(
                    20,
                    results -> {
                      if (written.getAndIncrement() > 0) {
                        throw new IllegalStateException(MEMORY_IS_GONE);
                      }
                      example.results().put(results);
                    }))
        .withMessage(MEMORY_IS_GONE);
    assertThat(example.resultLines()).hasSize(1);

    example.settle(21);
    assertThat(example.resultLines()).hasSize(2);
    assertThat(example.closed()).isEqualTo(17);
  }

  private void theShardSplits() {
    example.put("B3", 13, "home", 2, 21);
    example.split("B", "C", "D");
    example.put("C1", 19, "cart", 8, 22);
    assertThatExceptionOfType(ShardWaitsException.class)
        .isThrownBy(() -> example.commit(example.environment(), "C1"))
        .withMessageContaining("not drained");

    example.commit(example.environment(), "B3");
    example.commit(example.environment(), "C1");
    example.put("D1", 26, "home", 9, 27);
    example.put("A7", 27, "home", 6, 28);
    example.commit(example.environment(), "D1");
    example.commit(example.environment(), "A7");
  }

  private void aSlowConsumerHoldsTheWindow() {
    example.put("C2", 21, "cart", 5, 29);
    Settled waiting = example.settle(30);
    assertThat(waiting.results()).isEmpty();
    assertThat(waiting.standings().get(0))
        .isEqualTo(new Standing("C", 19_000, Cause.RECORDS_WAIT, 29_000));
    assertThat(example.closed()).isEqualTo(19);

    example.commit(example.environment(), "C2");
    assertThat(example.settle(31).results()).hasSize(2);
    assertThat(example.closed()).isEqualTo(26);
  }

  private void theStreamFallsSilent() {
    assertThat(example.settle(65).results()).hasSize(2);
    assertThat(example.closed()).isEqualTo(35);
  }
}
