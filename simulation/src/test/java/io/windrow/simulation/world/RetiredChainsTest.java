package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.ledger.Committer;
import io.windrow.ledger.ForwardingFrontiers;
import io.windrow.ledger.ForwardingRuns;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Runs;
import io.windrow.ledger.Settler;
import io.windrow.simulation.schedule.Crash;
import io.windrow.simulation.world.FrontierRemovals.OverlooksOthers;
import io.windrow.simulation.world.LifetimeRemovals.ExpiresWithoutGrace;
import io.windrow.view.Result;
import io.windrow.window.SessionPolicy;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Who reads or writes a chain of which much has its time to live, or has vanished. */
class RetiredChainsTest {
  private static final int FAN = 3;

  private final ByHand pipeline = new ByHand(new RunBounds(FAN));

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
    pipeline.vanish();
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
    pipeline.vanish();
    assertThat(pipeline.manifests()).contains("3.0").doesNotContain("1.0");
    pipeline.commit("A", 500);
    Ports ports = pipeline.ports();
    assertThatThrownBy(() -> pipeline.settle(ports.with(new DiesNoting(ports.runs(), 12))))
        .isInstanceOf(Crash.class);
    pipeline.vanish();
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
    public void retire(String shard, long noted) {
      if (noted == index) {
        throw new Crash();
      }
      real.retire(shard, noted);
    }
  }

  @Test
  void aCloserThatIsOvertakenForAMomentMeetsAGapAndLeavesTheRestToOthers() {
    for (int i = 0; i < 12; i++) {
      pipeline.commit("A", 10L * i);
    }
    pipeline.settle();
    pipeline.vanish();
    for (int i = 20; i < 26; i++) {
      pipeline.commit("A", 10L * i);
    }

    pipeline.settle(overtaken(pipeline, () -> {}));

    pipeline.drain();
    assertThat(pipeline.counted()).isEqualTo(pipeline.accepted()).isEqualTo(18);
  }

  @Test
  void aCloserThatIsOvertakenWritesNothingOfPartOfASession() {
    ByHand sessions = sessionsOfWhichTheLastRetiredClosesFirst();

    sessions.settle(overtaken(sessions, sessions::vanish));

    assertThat(starts(sessions)).containsExactly(1_000L, 101_000L);
    sessions.drain();
    assertThat(sessions.counted()).isEqualTo(sessions.accepted());
  }

  @Test
  void withoutAskingWhetherItWasItWritesASessionThatLacksItsEnd() {
    ByHand sessions = sessionsOfWhichTheLastRetiredClosesFirst();
    Ports ports = overtaken(sessions, sessions::vanish);

    sessions.settle(ports.with(new OverlooksOthers(ports.frontiers())));

    assertThat(starts(sessions)).hasSizeGreaterThan(2);
  }

  private static List<Long> starts(ByHand sessions) {
    return sessions.state().results().byId().values().stream().map(Result::windowStart).toList();
  }

  /**
   * Runs of three entries: the first is needed until 350 s, the second until 250 s, which has
   * closed, and past both the session of the first has its beginning.
   */
  private static ByHand sessionsOfWhichTheLastRetiredClosesFirst() {
    ByHand sessions = new ByHand(new RunBounds(FAN), new SessionPolicy(10_000, 200_000, 20_000));
    for (long second : List.of(105, 106, 1, 2, 3)) {
      sessions.commit("A", second);
    }
    sessions.commit("A", 101, 102, 250);
    sessions.settle();
    assertThat(sessions.state().frontiers().read().closed()).isEqualTo(250_000);
    sessions.commit("A", 400);
    return sessions;
  }

  /** It has just raised {@code closing} when others close as far, and retire two runs. */
  private static Ports overtaken(ByHand by, Runnable then) {
    Frontiers pausing =
        new ForwardingFrontiers(by.ports().frontiers()) {
          private boolean paused;

          @Override
          public boolean replace(Frontier expected, Frontier next) {
            boolean replaced = real.replace(expected, next);
            if (next.isClosing() && !paused) {
              paused = true;
              long retired = by.state().runs().retired("A").index();
              by.settle();
              assertThat(by.state().runs().retired("A").index()).isEqualTo(retired + 2 * FAN);
              then.run();
            }
            return replaced;
          }
        };
    return by.ports().with(pausing);
  }
}
