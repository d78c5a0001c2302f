package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Cases of Kafka Streams' windowed aggregation tests (apache/kafka, streams, package
 * org.apache.kafka.streams.kstream.internals: {@code KStreamWindowAggregateTest}, {@code
 * TimeWindowedKStreamImplTest}, {@code SuppressScenarioTest}), restated with the results that they
 * expect when a window closes. Where strings are chained there, numbers are summed here.
 *
 * <p>By intent ours differs in one thing that most cases show: windows begin before the epoch too,
 * where Kafka Streams has none.
 */
class KafkaWindowAggregateTest {

  /** KStreamWindowAggregateTest.testAggBasic, and what its windows hold in the end. */
  @Test
  void everyHoppingWindowThatHoldsAnEventCountsIt() {
    Windowing windows = Windowing.hopping(10, 5, 100).eventsMoveTime();
    windows.put("A", 0, 1).put("B", 1, 2).put("C", 2, 3).put("D", 3, 4).put("A", 4, 1);
    windows.put("A", 5, 1).put("B", 6, 2).put("D", 7, 4).put("B", 8, 2).put("C", 9, 3);
    windows.put("A", 10, 1).put("B", 11, 2).put("D", 12, 4).put("B", 13, 2).put("C", 14, 3);
    windows.put("B", 3, 1).put("B", 2, 2).put("B", 9, 3);

    assertThat(windows.closed()).isEmpty();
    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(
            new Closed("A", -5, 5, 2),
            new Closed("B", -5, 5, 5),
            new Closed("C", -5, 5, 3),
            new Closed("D", -5, 5, 4),
            new Closed("A", 0, 10, 3),
            new Closed("B", 0, 10, 12),
            new Closed("C", 0, 10, 6),
            new Closed("D", 0, 10, 8),
            new Closed("A", 5, 15, 2),
            new Closed("B", 5, 15, 11),
            new Closed("C", 5, 15, 6),
            new Closed("D", 5, 15, 8),
            new Closed("A", 10, 20, 1),
            new Closed("B", 10, 20, 4),
            new Closed("C", 10, 20, 3),
            new Closed("D", 10, 20, 4));
    assertThat(windows.late()).isEmpty();
  }

  /** KStreamWindowAggregateTest.testJoin, the left side alone: any key moves time for all keys. */
  @Test
  void aWindowClosesForEveryKeyWhenTimeIsAtItsEndAndGrace() {
    Windowing windows = Windowing.hopping(10, 5, 5).eventsMoveTime();
    windows.put("A", 0, 1).put("B", 1, 2).put("C", 2, 3).put("D", 3, 4).put("A", 9, 1);
    assertThat(windows.closed()).isEmpty();

    assertThat(windows.put("A", 15, 1).closed())
        .containsExactlyInAnyOrder(
            new Closed("A", -5, 5, 1),
            new Closed("B", -5, 5, 2),
            new Closed("C", -5, 5, 3),
            new Closed("D", -5, 5, 4),
            new Closed("A", 0, 10, 2),
            new Closed("B", 0, 10, 2),
            new Closed("C", 0, 10, 3),
            new Closed("D", 0, 10, 4));
    windows.put("A", 10, 1).put("B", 11, 2).put("D", 12, 4).put("B", 13, 2).put("C", 14, 3);
    assertThat(windows.put("A", 20, 1).closed())
        .containsExactlyInAnyOrder(
            new Closed("A", 5, 15, 2),
            new Closed("B", 5, 15, 4),
            new Closed("C", 5, 15, 3),
            new Closed("D", 5, 15, 4));
  }

  /**
   * KStreamWindowAggregateTest.shouldLogAndMeterWhenSkippingExpiredWindow. There each of the seven
   * events is counted as dropped for [0, 10); by intent, an event is late here only if no window is
   * left that takes it, so 5 and 6 are accepted.
   */
  @Test
  void anEventIsLateOnlyIfAllItsWindowsAreClosed() {
    Windowing windows = Windowing.hopping(10, 5, 90).eventsMoveTime().put("k", 100, 100);
    for (long time = 0; time <= 6; time++) {
      windows.put("k", time, time);
    }
    assertThat(windows.put("k", 105, 105).put("k", 106, 106).closed())
        .containsExactly(new Closed("k", 5, 15, 11));
    assertThat(windows.late()).containsExactly("k@0", "k@1", "k@2", "k@3", "k@4");
  }

  /** KStreamWindowAggregateTest.shouldLogAndMeterWhenSkippingExpiredWindowByGrace. */
  @Test
  void aWindowWhoseEndAndGraceTimeHasJustReachedTakesNothingMore() {
    Windowing windows = Windowing.tumbling(10, 90).eventsMoveTime().put("k", 200, 100);
    for (long time = 100; time <= 105; time++) {
      windows.put("k", time, 1);
    }
    assertThat(windows.put("k", 6, 6).closed()).isEmpty();
    assertThat(windows.late())
        .containsExactly("k@100", "k@101", "k@102", "k@103", "k@104", "k@105", "k@6");
  }

  /** KStreamWindowAggregateTest.shouldNotEmitFinalIfNotProgressEnough. */
  @Test
  void nothingClosesWhileTimeHasNotReachedTheNextEnd() {
    Windowing windows = Windowing.hopping(10, 5, 5).eventsMoveTime();

    assertThat(windows.put("A", 0, 1).put("B", 5, 2).put("C", 15, 3).closed())
        .containsExactlyInAnyOrder(
            new Closed("A", -5, 5, 1), new Closed("A", 0, 10, 1), new Closed("B", 0, 10, 2));
    assertThat(windows.put("D", 15, 4).closed()).isEmpty();
    assertThat(windows.put("E", 19, 5).closed()).isEmpty();
  }

  /** KStreamWindowAggregateTest.shouldEmitFromLastEmitTime. */
  @Test
  void afterARestartNoWindowClosesAgain() {
    Windowing windows = Windowing.hopping(10, 5, 5).eventsMoveTime();
    windows.put("A", 0, 1).put("B", 5, 2).put("C", 15, 3);
    assertThat(windows.closed()).hasSize(3);

    assertThat(windows.restart().put("D", 25, 4).closed())
        .containsExactlyInAnyOrder(new Closed("B", 5, 15, 2), new Closed("C", 10, 20, 3));
  }

  /**
   * KStreamWindowAggregateTest.shouldLogAndMeterWhenSkippingNullKey. There a record without a key
   * is skipped; by intent it counts here, in the group null.
   */
  @Test
  void anEventWithoutAKeyCountsInTheGroupNull() {
    Windowing windows = Windowing.hopping(10, 10, 0).eventsMoveTime().put(null, 0, 1);

    assertThat(windows.closedAtTheEnd()).containsExactly(new Closed(null, 0, 10, 1));
    assertThat(windows.late()).isEmpty();
  }

  /** TimeWindowedKStreamImplTest.shouldCountWindowed, with its values summed. */
  @Test
  void withNoGraceAWindowClosesAtItsEndAndTheOpenOneStillTakesWhatIsOutOfOrder() {
    Windowing windows = Windowing.tumbling(500, 0).eventsMoveTime();
    windows.put("1", 10, 1).put("1", 15, 2).put("1", 500, 3);
    windows.put("2", 550, 10).put("2", 500, 20).put("2", 1000, 30);

    assertThat(windows.closed())
        .containsExactlyInAnyOrder(
            new Closed("1", 0, 500, 3),
            new Closed("1", 500, 1000, 3),
            new Closed("2", 500, 1000, 30));
    assertThat(windows.late()).isEmpty();
  }

  /** SuppressScenarioTest.shouldSupportFinalResultsForTimeWindows. */
  @Test
  void aFinalResultHoldsWhatCameWithinTheGraceAndNothingAfter() {
    Windowing windows = Windowing.tumbling(2, 1).eventsMoveTime();
    windows.put("k1", 0, 1).put("k1", 1, 1).put("k1", 2, 1).put("k1", 1, 1).put("k1", 0, 1);
    windows.put("k1", 5, 1).put("k1", 0, 1);

    assertThat(windows.closed())
        .containsExactlyInAnyOrder(new Closed("k1", 0, 2, 4), new Closed("k1", 2, 4, 1));
    assertThat(windows.late()).containsExactly("k1@0");
  }

  /** SuppressScenarioTest.shouldSupportFinalResultsForTimeWindowsWithLargeJump. */
  @Test
  void aJumpInTimeClosesAllThatLiesBehindIt() {
    Windowing windows = Windowing.tumbling(2, 2).eventsMoveTime();
    windows.put("k1", 0, 1).put("k1", 1, 1).put("k1", 2, 1).put("k1", 0, 1).put("k1", 3, 1);
    windows.put("k1", 0, 1).put("k1", 4, 1).put("k1", 0, 1).put("k1", 30, 1);

    assertThat(windows.closed())
        .containsExactlyInAnyOrder(
            new Closed("k1", 0, 2, 4), new Closed("k1", 2, 4, 2), new Closed("k1", 4, 6, 1));
    assertThat(windows.late()).containsExactly("k1@0");
  }

  /**
   * After KStreamWindowAggregateTest's metrics of lateness, by partition: stream time is kept for
   * each partition alone, and so is lateness here. By intent, closing differs: a group may be
   * spread over shards, so that a window waits for the slowest shard that has records.
   */
  @Test
  void anEventIsLateByItsOwnShardAndAWindowWaitsForEveryShard() {
    Windowing windows = Windowing.tumbling(10, 0).eventsMoveTime();
    windows.on("slow").put("k", 1, 1).keepBack("slow").put("k", 2, 1).put("k", 12, 1);
    windows.on("fast").put("k", 3, 1).put("k", 15, 1).put("k", 4, 1);

    assertThat(windows.closed()).isEmpty();
    assertThat(windows.late()).containsExactly("k@4");
    assertThat(windows.goOn("slow").closed()).containsExactly(new Closed("k", 0, 10, 3));
    assertThat(windows.late()).containsExactly("k@4");
  }
}
