package io.windrow.functions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.functions.Clicks;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Settled;
import io.windrow.ledger.Standing;
import io.windrow.ledger.Standing.Cause;
import io.windrow.plan.Definition;
import io.windrow.window.WindowPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How long windows of ten seconds could have been closed, as settlings see it minute by minute. */
class WindowDelaysTest {
  private static final long MINUTE = 60_000;
  private static final long NOW = 1_000 * MINUTE;

  private final WindowPolicy window = Clicks.definition().views().get(0).window();
  private final WindowDelays delays = new WindowDelays(Clicks.definition());

  private long settle(WindowDelays into, long minute, long closed, Standing... standings) {
    long now = NOW + minute * MINUTE;
    into.settled(
        new Settled(
            List.of(), new Frontier(Set.of(), closed, closed), List.of(standings), List.of(), 0),
        now);
    return into.of(window, now);
  }

  private long settle(long minute, long closed, Standing... standings) {
    return settle(delays, minute, closed, standings);
  }

  @Test
  void aSilentStreamDelaysNothingHoweverLongTheNight() {
    for (int minute = 0; minute < 600; minute++) {
      assertThat(
              settle(
                  minute,
                  NOW,
                  new Standing("A", NOW, Cause.EMPTY),
                  new Standing("B", NOW + 5_000, Cause.FURTHEST)))
          .isZero();
    }
  }

  @Test
  void aReplayOfOldDataDelaysNothingWhileItsRecordsAreTaken() {
    for (int minute = 0; minute < 60; minute++) {
      long eventTime = minute * 24L * 60 * MINUTE;
      long arrived = NOW + minute * MINUTE - 2_000;
      assertThat(
              settle(
                  minute,
                  eventTime,
                  new Standing("A", eventTime, Cause.RECORDS_WAIT, arrived),
                  new Standing("B", eventTime + 30 * MINUTE, Cause.FURTHEST)))
          .isLessThanOrEqualTo(2_000);
    }
  }

  @Test
  void aShardThatIsStuckDelaysWindowsSinceAnotherPassedThem() {
    Standing stuck = new Standing("A", NOW, Cause.RECORDS_WAIT, NOW - MINUTE);
    assertThat(settle(0, NOW, stuck, new Standing("B", NOW + MINUTE, Cause.FURTHEST))).isZero();
    assertThat(settle(7, NOW, stuck, new Standing("B", NOW + 8 * MINUTE, Cause.FURTHEST)))
        .isEqualTo(7 * MINUTE);
    assertThat(settle(8, NOW + 8 * MINUTE, new Standing("B", NOW + 8 * MINUTE, Cause.FURTHEST)))
        .isZero();
  }

  @Test
  void recordsThatArrivedAfterAWindowWasPassedDelayItNoLongerThanTheyWait() {
    Standing further = new Standing("B", NOW + MINUTE, Cause.FURTHEST);
    settle(0, NOW, new Standing("A", NOW, Cause.RECORDS_WAIT, NOW - MINUTE), further);
    Standing slow = new Standing("A", NOW, Cause.RECORDS_WAIT, NOW + 6 * MINUTE);
    assertThat(settle(10, NOW, slow, further)).isEqualTo(4 * MINUTE);
    assertThat(delays.ofRecords(NOW + 10 * MINUTE)).isEqualTo(4 * MINUTE);
  }

  @Test
  void aClosingThatIsNeverFinishedDelaysItsWindows() {
    Standing all = new Standing("A", NOW + MINUTE, Cause.FURTHEST);
    settle(0, NOW, all);
    assertThat(settle(6, NOW, all)).isEqualTo(6 * MINUTE);
  }

  @Test
  void aStreamThatDoesNotAnswerDelaysWindows() {
    Standing busy = new Standing("A", NOW, Cause.UNANSWERED);
    Standing further = new Standing("B", NOW + MINUTE, Cause.FURTHEST);
    settle(0, NOW, busy, further);
    assertThat(settle(6, NOW, busy, further)).isEqualTo(6 * MINUTE);
  }

  @Test
  void whatIsEmptyHoldsNothingWhileAnotherHasRecordsWaiting() {
    Standing empty = new Standing("A", NOW, Cause.EMPTY);
    Standing further = new Standing("C", NOW + MINUTE, Cause.FURTHEST);
    settle(0, NOW, empty, new Standing("B", NOW, Cause.RECORDS_WAIT, NOW), further);
    Standing flows = new Standing("B", NOW, Cause.RECORDS_WAIT, NOW + 9 * MINUTE);
    assertThat(settle(10, NOW, empty, flows, further)).isEqualTo(MINUTE);
  }

  @Test
  void windowsPassedLaterAreDelayedSinceThen() {
    Standing stuck = new Standing("A", NOW, Cause.RECORDS_WAIT, NOW);
    settle(0, NOW, stuck, new Standing("B", NOW + MINUTE, Cause.FURTHEST));
    settle(3, NOW, stuck, new Standing("B", NOW + 2 * MINUTE, Cause.FURTHEST));
    Standing came = new Standing("A", NOW + MINUTE, Cause.RECORDS_WAIT, NOW);
    assertThat(settle(10, NOW + MINUTE, came, new Standing("B", NOW + 2 * MINUTE, Cause.FURTHEST)))
        .isEqualTo(7 * MINUTE);
  }

  @Test
  void withBehindTheClockPassesWindowsToo() {
    Definition definition = Clicks.behind(Duration.ofMinutes(10));
    WindowDelays byClock = new WindowDelays(definition);
    long closed = NOW - 11 * MINUTE;
    Standing stuck = new Standing("A", closed, Cause.UNANSWERED);
    assertThat(settle(byClock, 0, closed, stuck)).isZero();
    assertThat(settle(byClock, 6, closed, stuck)).isEqualTo(6 * MINUTE);
  }

  @Test
  void beforeAnyEventNothingIsDelayed() {
    WindowDelays byClock = new WindowDelays(Clicks.behind(Duration.ofMinutes(10)));
    Standing none = new Standing("A", Long.MIN_VALUE, Cause.FURTHEST);
    settle(byClock, 0, Long.MIN_VALUE, none);
    assertThat(settle(byClock, 60, Long.MIN_VALUE, none)).isZero();
  }
}
