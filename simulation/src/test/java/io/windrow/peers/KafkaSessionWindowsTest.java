package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The session cases of Kafka Streams (apache/kafka, streams, package
 * org.apache.kafka.streams.kstream.internals: {@code KStreamSessionWindowAggregateProcessorTest},
 * {@code SessionWindowedKStreamImplTest}, {@code SuppressScenarioTest}), restated with the results
 * that a closed session has. Events are counted, each with the value 1, where counts are expected.
 *
 * <p>By intent ours differs in two things. A session of Kafka Streams ends with its last event,
 * here the gap after it, so that windows are half-open. And there an event is late only if the
 * session that it would be merged into is past; here it is late by its own time.
 */
class KafkaSessionWindowsTest {
  private static final long GAP = 5 * 60_000;
  private static final long DAY = 24 * 3_600_000;

  /** shouldCreateSingleSessionWhenWithinGap and shouldRemoveMergedSessionsFromStateStore. */
  @Test
  void eventsWithinTheGapAreOneSession() {
    Windowing windows = Windowing.sessions(GAP, DAY).eventsMoveTime();
    windows.put("john", 0, 1).put("john", 500, 1).put("a", 0, 1).put("a", 100, 1);

    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(
            new Closed("john", 0, 500 + GAP, 2), new Closed("a", 0, 100 + GAP, 2));
  }

  /** shouldMergeSessions. */
  @Test
  void anEventBetweenTwoSessionsMergesThem() {
    Windowing windows = Windowing.sessions(GAP, DAY).eventsMoveTime();
    windows.put("mel", 0, 1).put("mel", GAP + 1, 1);
    assertThat(windows.closed()).isEmpty();

    assertThat(windows.put("mel", GAP / 2, 1).closedAtTheEnd())
        .containsExactly(new Closed("mel", 0, GAP + 1 + GAP, 3));
  }

  /** shouldUpdateSessionIfTheSameTime. */
  @Test
  void eventsOfTheSameTimeAreOneSession() {
    Windowing windows = Windowing.sessions(GAP, DAY).eventsMoveTime();

    assertThat(windows.put("mel", 0, 1).put("mel", 0, 1).closedAtTheEnd())
        .containsExactly(new Closed("mel", 0, GAP, 2));
  }

  /** shouldHaveMultipleSessionsForSameIdWhenTimestampApartBySessionGap. */
  @Test
  void eventsAMillisecondMoreThanTheGapApartAreSessionsOfTheirOwn() {
    long second = GAP + 1;
    long third = 2 * (GAP + 1);
    Windowing windows = Windowing.sessions(GAP, DAY).eventsMoveTime();
    windows.put("mel", 0, 1).put("mel", second, 1).put("mel", second, 1);
    windows.put("mel", third, 1).put("mel", third, 1).put("mel", third, 1);

    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(
            new Closed("mel", 0, GAP, 1),
            new Closed("mel", second, second + GAP, 2),
            new Closed("mel", third, third + GAP, 3));
  }

  /** shouldHandleMultipleSessionsAndMerging. */
  @Test
  void eachKeyHasItsOwnSessions() {
    long second = GAP + 1;
    long third = GAP + 1 + GAP / 2;
    Windowing windows = Windowing.sessions(GAP, DAY).eventsMoveTime();
    windows.put("a", 0, 1).put("b", 0, 1).put("c", 0, 1).put("d", 0, 1).put("d", GAP / 2, 1);
    windows.put("a", second, 1).put("b", second, 1).put("a", third, 1).put("c", third, 1);

    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(
            new Closed("a", 0, GAP, 1),
            new Closed("b", 0, GAP, 1),
            new Closed("c", 0, GAP, 1),
            new Closed("d", 0, GAP / 2 + GAP, 2),
            new Closed("b", second, second + GAP, 1),
            new Closed("a", second, third + GAP, 2),
            new Closed("c", third, third + GAP, 1));
  }

  /** shouldLogAndMeterWhenSkippingNullKeyWithBuiltInMetrics: here it counts, in the group null. */
  @Test
  void anEventWithoutAKeyIsASessionOfTheGroupNull() {
    Windowing windows = Windowing.sessions(GAP, 0).eventsMoveTime().put(null, 0, 1);

    assertThat(windows.closedAtTheEnd()).containsExactly(new Closed(null, 0, GAP, 1));
  }

  /** shouldLogAndMeterWhenSkippingLateRecordWithZeroGrace. */
  @Test
  void withoutGraceAnEventIsLateAMillisecondBehind() {
    Windowing windows = Windowing.sessions(10, 0).eventsMoveTime();
    windows.put("dummy", 0, 1).put("OnTime1", 0, 1).put("dummy", 1, 1).put("Late1", 0, 1);

    assertThat(windows.late()).containsExactly("Late1@0");
  }

  /** shouldLogAndMeterWhenSkippingLateRecordWithNonzeroGrace. */
  @Test
  void anEventThatIsTheGraceBehindIsInTime() {
    Windowing windows = Windowing.sessions(10, 1).eventsMoveTime();
    windows.put("dummy", 0, 1).put("OnTime1", 0, 1).put("dummy", 1, 1).put("OnTime2", 0, 1);
    windows.put("dummy", 2, 1).put("Late1", 0, 1);

    assertThat(windows.late()).containsExactly("Late1@0");
  }

  /** SessionWindowedKStreamImplTest, the data of all its cases: counted, reduced, aggregated. */
  @Test
  void valuesAreSummedBySession() {
    Windowing windows = Windowing.sessions(500, DAY).eventsMoveTime();
    windows.put("1", 10, 1).put("1", 15, 2).put("1", 600, 3).put("2", 600, 1).put("2", 599, 2);

    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(
            new Closed("1", 10, 515, 3),
            new Closed("2", 599, 1100, 3),
            new Closed("1", 600, 1100, 3));
  }

  /**
   * SuppressScenarioTest.shouldSupportFinalResultsForSessionWindows. There k1@1 is taken without a
   * grace, since its session is open; here it is late by its own time.
   */
  @Test
  void aSessionIsFinalWhenTimeIsPastItsEnd() {
    Windowing windows = Windowing.sessions(5, 0).eventsMoveTime();
    windows.put("k1", 0, 1).put("k1", 5, 1).put("k1", 1, 1);
    assertThat(windows.closed()).isEmpty();

    assertThat(windows.put("k2", 11, 1).closed()).containsExactly(new Closed("k1", 0, 10, 2));
    assertThat(windows.put("k1", 5, 1).put("k1", 30, 1).closed())
        .containsExactly(new Closed("k2", 11, 16, 1));
    assertThat(windows.late()).containsExactly("k1@1", "k1@5");
  }

  /** The same case with the grace that k1@1 needs: the results are those of Kafka Streams. */
  @Test
  void whatComesOutOfOrderWithinTheGraceIsPartOfItsSession() {
    Windowing windows = Windowing.sessions(5, 4).eventsMoveTime();
    windows.put("k1", 0, 1).put("k1", 5, 1).put("k1", 1, 1).put("k2", 11, 1).put("k1", 5, 1);

    assertThat(windows.put("k1", 30, 1).closed())
        .containsExactlyInAnyOrder(new Closed("k1", 0, 10, 3), new Closed("k2", 11, 16, 1));
    assertThat(windows.late()).containsExactly("k1@5");
  }
}
