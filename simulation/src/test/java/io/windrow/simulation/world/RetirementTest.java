package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settler;
import io.windrow.simulation.schedule.Crash;
import io.windrow.simulation.world.LifetimeRemovals.ExpiresWithoutGrace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
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

    assertThat(manifests()).containsExactly("1.9", "3.0");
    vanish();
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

    assertThat(manifests()).isEmpty();
    assertThat(pipeline.state().ledger().untimed("A")).hasSizeLessThanOrEqualTo(FAN);
    vanish();
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
    pipeline.settle(settler, () -> looks.incrementAndGet() > 3);
    assertThat(pipeline.state().ledger().untimed("A")).hasSizeBetween(FAN + 1, before - 1);

    pipeline.settle();
    pipeline.settle();
    assertThat(pipeline.state().ledger().untimed("A")).hasSizeLessThanOrEqualTo(FAN);
  }

  @Test
  void whoComesBackAfterDaysReadsAnewWhatHasVanishedSince() {
    Settler settler = pipeline.settler(pipeline.ports());
    pipeline.commit("A", 5);
    pipeline.commit("A", 15);
    pipeline.settle(settler);
    for (int i = 2; i < 20; i++) {
      pipeline.commit("A", 10L * i);
      pipeline.settle();
    }
    vanish();
    pipeline.commit("A", 500);

    pipeline.settle(settler);

    pipeline.drain();
    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(21);
  }

  @Test
  void whoGoesByAnOldHeadMeetsTheEntryThatStandsPastIt() {
    commitByAnOldHead(UnaryOperator.identity());

    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(14);
  }

  @Test
  void withoutGraceItTakesThePlaceOfAnEntryThatHasVanished() {
    assertThatThrownBy(() -> commitByAnOldHead(ExpiresWithoutGrace::new))
        .isInstanceOf(AssertionError.class)
        .hasMessage("entry 2 of A was written over");
  }

  /** An environment has not heard for ten minutes how far others have come. */
  private void commitByAnOldHead(UnaryOperator<Ledger> removal) {
    Committer old = pipeline.committer(pipeline.ports());
    old.commit(pipeline.batch("A", 1), "old-1", pipeline.now());
    for (int i = 1; i <= 12; i++) {
      pipeline.commit("A", 10L * i);
    }
    Ports ports = pipeline.ports();
    pipeline.settle(ports.with(removal.apply(ports.ledger())));
    pipeline.pass(600_000);
    pipeline.state().deleteExpired(pipeline.now(), () -> true);

    old.commit(pipeline.batch("A", 500), "old-2", pipeline.now());
    pipeline.drain();
  }

  /** With the standard bounds it holds 262,144: far more than one call can give a time to live. */
  @Test
  void whatALargeRunHoldsIsRetiredAFewEntriesAtATime() {
    for (int i = 0; i < 29; i++) {
      pipeline.commit("A", 5);
    }
    pipeline.settle();
    vanish();
    assertThat(manifests()).contains("3.0").doesNotContain("1.0");
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

  private List<String> manifests() {
    return pipeline.state().runs().untimed().stream()
        .filter(Item.RunManifest.class::isInstance)
        .map(item -> item.run().level() + "." + item.run().number())
        .sorted()
        .toList();
  }

  private void vanish() {
    pipeline.pass(3 * DAY);
    pipeline.state().deleteExpired(pipeline.now(), () -> true);
  }

  @Test
  void aPayloadThatNoCommitNamesIsSweptAfterADay() {
    pipeline.settle();
    assertThatThrownBy(
            () ->
                pipeline.commit(
                    pipeline.ports().with(new DiesBeforeAppending(pipeline.ports().ledger())),
                    "A",
                    5))
        .isInstanceOf(Crash.class);
    pipeline.commit("A", 5);
    assertThat(payloads()).hasSize(2);

    pipeline.pass(DAY - 1);
    pipeline.settle();
    vanish();
    assertThat(payloads()).hasSize(2);

    pipeline.settle();
    vanish();
    assertThat(payloads()).hasSize(1);
    pipeline.drain();
    assertThat(pipeline.counted()).isEqualTo(1);
  }

  private List<Item> payloads() {
    return pipeline.state().inventory().page("").items().stream()
        .filter(Item.PayloadPart.class::isInstance)
        .toList();
  }

  /** A ledger whose writer dies with its payload put and its commit not. */
  private static final class DiesBeforeAppending extends ForwardingLedger {
    DiesBeforeAppending(Ledger real) {
      super(real);
    }

    @Override
    public @Nullable Entry append(String shard, Entry entry) {
      if (entry instanceof Entry.Commit) {
        throw new Crash();
      }
      return real.append(shard, entry);
    }
  }
}
