package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Committed;
import io.windrow.ledger.Entry;
import io.windrow.ledger.ForwardingLedger;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Ports;
import io.windrow.simulation.schedule.Crash;
import io.windrow.simulation.world.MarkerRemovals.BuriesTheLiving;
import io.windrow.simulation.world.MarkerRemovals.CountsThrice;
import io.windrow.simulation.world.MarkerRemovals.ForgetsAttempts;
import io.windrow.simulation.world.MarkerRemovals.ForgetsEnds;
import io.windrow.simulation.world.MarkerRemovals.ForgetsFolded;
import io.windrow.simulation.world.MarkerRemovals.NarrowsByWholeRecords;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that kill each call that folds them, and calls that die of something else. */
class PoisonTest {
  private static final int RECORDS = 1_000;

  private final Suspect suspect = new Suspect();

  @Test
  void aDeadlyRecordAmongAThousandIsSetAsideAloneThoughNobodyBisects() {
    suspect.put(false, thousand(577));

    int calls = suspect.callToTheEnd(60);

    assertThat(suspect.poison()).isEqualTo(1);
    assertThat(suspect.counts().accepted()).isEqualTo(RECORDS - 1);
    assertThat(calls).as("calls, of which two for each halving at most").isLessThan(30);
  }

  @Test
  void withoutAMarkerItHoldsItsShardForGood() {
    suspect.put(false, thousand(577)).without(ForgetsAttempts::new);

    assertThat(suspect.callToTheEnd(60)).isEqualTo(60);
    assertThat(suspect.counts().received()).isZero();
  }

  @Test
  void aDeadlyRecordInsideAnAggregateIsSetAsideAlone() {
    suspect.put(true, "a", "b", "!", "c").put(false, "a");

    suspect.callToTheEnd(30);

    assertThat(suspect.poison()).isEqualTo(1);
    assertThat(suspect.counts().accepted()).isEqualTo(4);
  }

  @Test
  void withoutNarrowingInsideAggregatesOneHoldsItsShard() {
    suspect.put(true, "!", "b").put(false, "a").without(NarrowsByWholeRecords::new);

    assertThat(suspect.callToTheEnd(30)).isEqualTo(30);
    assertThat(suspect.counts().received()).isZero();
  }

  @Test
  void twoDeadlyRecordsAreBothSetAside() {
    suspect.put(false, "a", "!", "b", "!", "c");

    suspect.callToTheEnd(60);

    assertThat(suspect.poison()).isEqualTo(2);
    assertThat(suspect.counts().accepted()).isEqualTo(3);
  }

  @Test
  void whatComesInTimeCostsNothing() {
    suspect.put(false, "a", "b");
    suspect.young();

    suspect.call();

    assertThat(suspect.counts().accepted()).isEqualTo(2);
    assertThat(suspect.marks()).isZero();
  }

  @Test
  void aBatchThatIsBehindCostsOneWriteMore() {
    suspect.put(false, thousand(-1));

    suspect.call();

    assertThat(suspect.counts().accepted()).isEqualTo(RECORDS);
    assertThat(suspect.marks()).isEqualTo(1);
  }

  @Test
  void aNarrowMemoryDiesOfManyRecordsAndConvictsNone() {
    suspect.put(false, thousand(-1));
    suspect.narrow(100);

    suspect.callToTheEnd(100);

    assertThat(suspect.poison()).isZero();
    assertThat(suspect.counts().accepted()).isEqualTo(RECORDS);
  }

  @Test
  void whoWasFoldedOnceIsNoPoisonHoweverManyDieBeforeTheyCommit() {
    assertThat(poisonAfterDeathsBeforeCommits()).isZero();
  }

  @Test
  void withoutTheNoteThatItWasFoldedItIsTakenForPoison() {
    suspect.without(ForgetsFolded::new);

    assertThat(poisonAfterDeathsBeforeCommits()).isEqualTo(1);
  }

  private long poisonAfterDeathsBeforeCommits() {
    return poisonAfter(
        5,
        () -> {
          throw new Crash();
        });
  }

  @Test
  void failuresThatAreToldAreNoDeaths() {
    assertThat(poisonAfterThrottles()).isZero();
  }

  @Test
  void withoutTheirEndOrderlyFailuresConvict() {
    suspect.without(markers -> new ForgetsEnds(new ForgetsFolded(markers)));

    assertThat(poisonAfterThrottles()).isEqualTo(1);
  }

  private long poisonAfterThrottles() {
    return poisonAfter(
        5,
        () -> {
          throw new SimulatedException("throttled");
        });
  }

  private long poisonAfter(int failures, Supplier<@Nullable Entry> append) {
    suspect.put(false, "a");
    suspect.breakDown(ports -> ports.with(failing(ports, append)), () -> {});
    for (int i = 0; i < failures; i++) {
      suspect.callAndWait();
    }
    suspect.mend();
    suspect.callToTheEnd(5);
    return suspect.poison();
  }

  @Test
  void twoDeathsConvictNobody() {
    assertThat(poisonAfterAccidents(2)).isZero();
  }

  @Test
  void ifOneDeathCountedForThreeChanceWouldConvict() {
    suspect.without(CountsThrice::new);

    assertThat(poisonAfterAccidents(1)).isEqualTo(1);
  }

  /** Calls that die after they have tried the record, before its fold is noted. */
  private long poisonAfterAccidents(int deaths) {
    suspect.put(false, "a");
    suspect.narrow(0);
    for (int i = 0; i < deaths; i++) {
      suspect.callAndWait();
    }
    suspect.narrow(Integer.MAX_VALUE);
    suspect.callToTheEnd(5);
    return suspect.poison();
  }

  @Test
  void anEnvironmentThatCanFoldNothingConvictsNobody() {
    suspect.put(false, "a");
    suspect.narrow(0);
    suspect.breakDown(
        ports -> ports,
        () -> {
          throw new Crash();
        });
    for (int i = 0; i < 5; i++) {
      suspect.callAndWait();
    }
    suspect.mend();
    suspect.narrow(Integer.MAX_VALUE);
    suspect.callToTheEnd(5);

    assertThat(suspect.poison()).isZero();
    assertThat(suspect.counts().accepted()).isEqualTo(1);
  }

  @Test
  void withoutARehearsalItWould() {
    assertThat(poisonAfterAccidents(5)).isEqualTo(1);
  }

  @Test
  void callsThatMayStillBeAliveAreWaitedFor() {
    assertThat(poisonAmongTheLiving()).isZero();
  }

  @Test
  void ifTheLivingCountedAsDeadChanceWouldConvict() {
    suspect.without(BuriesTheLiving::new);

    assertThat(poisonAmongTheLiving()).isEqualTo(1);
  }

  /** Three calls stand still with the record when a fourth comes. */
  private long poisonAmongTheLiving() {
    suspect.put(false, "a");
    suspect.narrow(0);
    for (int i = 0; i < 3; i++) {
      suspect.call();
    }
    suspect.narrow(Integer.MAX_VALUE);
    assertThat(suspect.call().map(Committed::conflicts))
        .satisfiesAnyOf(
            waits -> assertThat(waits).isEmpty(), commits -> assertThat(commits).isPresent());
    return suspect.poison();
  }

  private static Ledger failing(Ports ports, Supplier<@Nullable Entry> append) {
    return new ForwardingLedger(ports.ledger()) {
      @Override
      public @Nullable Entry append(String shard, Entry entry) {
        return entry instanceof Entry.Commit ? append.get() : real.append(shard, entry);
      }
    };
  }

  /** So many harmless records, with a deadly one at a place, if there is one. */
  private static String[] thousand(int deadly) {
    String[] keys = new String[RECORDS];
    Arrays.fill(keys, "a");
    if (deadly >= 0) {
      keys[deadly] = "!";
    }
    return keys;
  }
}
