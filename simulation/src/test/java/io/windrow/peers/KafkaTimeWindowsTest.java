package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Cases of Kafka Streams' {@code TimeWindowsTest} and {@code TimeWindowTest} (apache/kafka,
 * streams, package org.apache.kafka.streams.kstream), restated: which windows hold a time, and
 * which windows there can be.
 */
class KafkaTimeWindowsTest {

  /** shouldComputeWindowsForHoppingWindows, shouldReturnMatchedWindowsOrderedByTimestamp. */
  @Test
  void hoppingWindowsThatHoldATimeBeginAtMultiplesOfTheSlide() {
    assertThat(at(21, Windowing.hopping(12, 5, 0)))
        .containsExactly(
            new Closed("k", 10, 22, 1), new Closed("k", 15, 27, 1), new Closed("k", 20, 32, 1));
  }

  /** shouldComputeWindowsForBarelyOverlappingHoppingWindows. */
  @Test
  void aTimeBetweenOverlapsIsInOneWindow() {
    assertThat(at(7, Windowing.hopping(6, 5, 0))).containsExactly(new Closed("k", 5, 11, 1));
  }

  /** shouldComputeWindowsForTumblingWindows. */
  @Test
  void aTimeIsInOneTumblingWindow() {
    assertThat(at(21, Windowing.tumbling(12, 0))).containsExactly(new Closed("k", 12, 24, 1));
  }

  /** TimeWindowTest.shouldNotOverlapIsOtherWindowIsAfterThisWindow: windows are half-open. */
  @Test
  void anEventAtTheEndOfAWindowIsInTheNext() {
    assertThat(at(99, Windowing.tumbling(50, 0))).containsExactly(new Closed("k", 50, 100, 1));
    assertThat(at(100, Windowing.tumbling(50, 0))).containsExactly(new Closed("k", 100, 150, 1));
  }

  /**
   * windowSizeMustNotBeZero, windowSizeMustNotBeNegative, advanceIntervalMustNotBeZero,
   * advanceIntervalMustNotBeNegative, advanceIntervalMustNotBeLargerThanWindowSize,
   * gracePeriodShouldEnforceBoundaries.
   */
  @Test
  void aWindowHasASizeASlideWithinItAndNoNegativeGrace() {
    for (long[] wrong : new long[][] {{0, 1, 0}, {-1, 1, 0}, {9, 0, 0}, {9, -1, 0}, {9, 10, 0}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Windowing.hopping(wrong[0], wrong[1], wrong[2]));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Windowing.tumbling(3, -1));
  }

  private static List<Closed> at(long time, Windowing windows) {
    return windows.put("k", time, 1).closedAtTheEnd();
  }
}
