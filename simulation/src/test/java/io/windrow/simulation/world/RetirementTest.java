package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Committer;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingFrontiers;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.ForwardingRuns;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Inventory.Item;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Quarantine;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Runs;
import io.windrow.ledger.Settler;
import io.windrow.simulation.schedule.Crash;
import io.windrow.simulation.world.LifetimeRemovals.ExpiresWithoutGrace;
import io.windrow.view.Result;
import io.windrow.window.SessionPolicy;
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

  /**
   * It dies when what it has just given its time to live is noted. What was noted before ends in
   * the middle of a run, whose smaller runs have vanished, and so have the entries past the note.
   */
  @Test
  void whoBeginsInTheMiddleOfALargeRunReadsAllOfIt() {
    for (int i = 0; i < 29; i++) {
      pipeline.commit("A", 5);
    }
    pipeline.settle();
    vanish();
    assertThat(manifests()).contains("3.0").doesNotContain("1.0");
    pipeline.commit("A", 500);
    Ports ports = pipeline.ports();
    assertThatThrownBy(() -> pipeline.settle(ports.with(new DiesNoting(ports.runs(), 12))))
        .isInstanceOf(Crash.class);
    vanish();
    assertThat(pipeline.state().runs().retired("A").index()).isEqualTo(9);
    assertThat(pipeline.state().ledger().entry("A", 9)).isEmpty();

    pipeline.commit("A", 600);
    pipeline.drain();

    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(31);
  }

  private static final class DiesNoting extends ForwardingRuns {
    private final long index;

    DiesNoting(Runs real, long index) {
      super(real);
      this.index = index;
    }

    @Override
    public void retire(String shard, long noted, long closesAt) {
      if (noted == index) {
        throw new Crash();
      }
      real.retire(shard, noted, closesAt);
    }
  }

  @Test
  void aCloserThatPausesForDaysMeetsAGapAndNotPartOfASession() {
    ByHand sessions = sessionsOfWhichTheLastRetiredClosesFirst();

    assertThatThrownBy(() -> sessions.settle(pausingForDays(sessions)))
        .hasMessageContaining("has a gap");

    assertThat(sessions.state().results().byId().values().stream().map(Result::windowStart))
        .containsExactly(1_000L, 101_000L);
  }

  /**
   * Runs of three entries: the first is needed until 350 s, the second until 250 s, which has
   * closed, and past both the session of the first goes on.
   */
  private static ByHand sessionsOfWhichTheLastRetiredClosesFirst() {
    ByHand sessions = new ByHand(new RunBounds(FAN), new SessionPolicy(10_000, 200_000, 20_000));
    for (long second : List.of(101, 102, 1, 2, 3)) {
      sessions.commit("A", second);
    }
    sessions.commit("A", 105, 106, 250);
    sessions.settle();
    assertThat(sessions.state().frontiers().read().closed()).isEqualTo(250_000);
    sessions.commit("A", 400);
    return sessions;
  }

  /** Pauses when it has begun to close up to 400 s; meanwhile others close, and retire two runs. */
  private static Ports pausingForDays(ByHand sessions) {
    Frontiers pausing =
        new ForwardingFrontiers(sessions.ports().frontiers()) {
          @Override
          public boolean replace(Frontier expected, Frontier next) {
            boolean replaced = real.replace(expected, next);
            if (next.isClosing()) {
              sessions.settle();
              assertThat(sessions.state().runs().retired("A").index()).isEqualTo(6);
              sessions.pass(3 * DAY);
              sessions.state().deleteExpired(sessions.now(), () -> true);
            }
            return replaced;
          }
        };
    return sessions.ports().with(pausing);
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
