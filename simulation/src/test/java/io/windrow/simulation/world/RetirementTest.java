package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is kept for how long, step by step. */
class RetirementTest {
  private static final int FAN = 3;
  private static final long DAY = 24 * 3_600_000L;

  private final ByHand pipeline = new ByHand(new RunBounds(FAN));

  @Test
  void anEndedChainIsFiledAndRetiredThoughWindowsCloseWhileFilingFails() {
    pipeline.commit("A", 1, 2);
    pipeline.commit("A", 3);
    pipeline.commitBroken("A");
    pipeline.stream().open("B", List.of("A"));
    pipeline.stream().close("A", List.of("B"));
    Settler settler = pipeline.settler(pipeline.ports().with(AWAY));
    for (int second = 50; second < 100; second += 10) {
      pipeline.commit("B", second);
      assertThatThrownBy(() -> pipeline.settle(settler)).isInstanceOf(SimulatedException.class);
    }
    assertThat(pipeline.state().frontiers().read().closed()).isEqualTo(90_000);

    pipeline.drain();

    assertThat(filed()).contains("json.malformed");
    assertThat(pipeline.state().ledger().untimed("A")).isEmpty();
    pipeline.commit("B", 200);
    pipeline.settle();
    assertThat(pipeline.state().frontiers().read().members()).containsExactly("B");
  }

  /** An environment may go by an older head for a quarter of an hour, and write for as long. */
  @Test
  void whatIsRetiredLivesOnForTwoDays() {
    for (int i = 0; i < 3 * FAN; i++) {
      pipeline.commit("A", 10L * i);
    }
    pipeline.settle();
    int entries = pipeline.state().ledger().read("A", 0).size();

    pipeline.pass(2 * DAY - 1);
    pipeline.state().deleteExpired(pipeline.now(), () -> true);
    assertThat(pipeline.state().ledger().read("A", 0)).hasSize(entries);

    pipeline.pass(2);
    pipeline.state().deleteExpired(pipeline.now(), () -> true);
    assertThat(pipeline.state().ledger().read("A", 0)).hasSizeLessThan(entries);
  }

  private static final Quarantine AWAY =
      (name, content) -> {
        throw new SimulatedException("there is no way to S3");
      };

  private String filed() {
    StringBuilder filed = new StringBuilder();
    pipeline
        .state()
        .quarantine()
        .files()
        .forEach((name, content) -> filed.append(new String(content, StandardCharsets.UTF_8)));
    return filed.toString();
  }

  @Test
  void aLargerRunReplacesThoseOfTheLevelBelowThoughTheirWindowsAreOpen() {
    for (int i = 0; i < 30; i++) {
      pipeline.commit("A", 5);
    }
    pipeline.settle();

    assertThat(pipeline.manifests()).containsExactly("1.9", "3.0");
    pipeline.vanish();
    pipeline.commit("A", 5);
    pipeline.drain();
    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(31);
  }

  @Test
  void ofClosedWindowsNothingIsKeptButTheRunOfTheHead() {
    for (int i = 0; i < 40; i++) {
      pipeline.commit("A", 10L * i);
      pipeline.settle();
    }
    pipeline.settle();

    assertThat(pipeline.manifests()).isEmpty();
    assertThat(pipeline.state().ledger().untimed("A")).hasSizeLessThanOrEqualTo(FAN);
    pipeline.vanish();
    pipeline.commit("A", 500);
    pipeline.drain();
    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(41);
  }

  /** A day of a busy shard takes minutes to retire, and an invocation has five. */
  @Test
  void whatADeadlineCutsOffIsRetiredLater() {
    Settler settler = pipeline.settler(pipeline.ports());
    for (int i = 0; i < 30; i++) {
      pipeline.commit("A", 5);
    }
    pipeline.settle(settler);
    pipeline.commit("A", 500);
    int before = pipeline.state().ledger().untimed("A").size();

    pipeline.settle(settler, () -> true);
    pipeline.settle(settler, () -> true);
    assertThat(pipeline.state().frontiers().read().closed()).isEqualTo(500_000);
    assertThat(pipeline.state().ledger().untimed("A")).hasSize(before);

    AtomicInteger looks = new AtomicInteger();
    pipeline.settle(settler, () -> looks.incrementAndGet() > 7);
    assertThat(pipeline.state().ledger().untimed("A")).hasSizeBetween(FAN + 1, before - 1);

    pipeline.settle();
    pipeline.settle();
    assertThat(pipeline.state().ledger().untimed("A")).hasSizeLessThanOrEqualTo(FAN);
  }

  /** With the standard bounds it holds 262,144: far more than one call can give a time to live. */
  @Test
  void whatALargeRunHoldsIsRetiredAFewEntriesAtATime() {
    for (int i = 0; i < 29; i++) {
      pipeline.commit("A", 5);
    }
    pipeline.settle();
    pipeline.vanish();
    assertThat(pipeline.manifests()).contains("3.0").doesNotContain("1.0");
    pipeline.commit("A", 500);
    List<Long> lengths = new ArrayList<>();
    Settler settler =
        pipeline.settler(
            pipeline.ports().with(new CountedExpiries(pipeline.ports().ledger(), lengths)));
    pipeline.settle(settler);
    pipeline.settle(settler);
    int whole = lengths.size();

    assertThat(lengths).hasSizeGreaterThanOrEqualTo(9).allMatch(length -> length <= FAN);
    pipeline.settle(settler);
    assertThat(lengths).hasSize(whole);
  }

  private static final class CountedExpiries extends ForwardingLedger {
    private final List<Long> lengths;

    CountedExpiries(Ledger real, List<Long> lengths) {
      super(real);
      this.lengths = lengths;
    }

    @Override
    public void expire(String shard, long fromIndex, long toIndex, long at) {
      lengths.add(toIndex - fromIndex + 1);
      real.expire(shard, fromIndex, toIndex, at);
    }
  }
}
