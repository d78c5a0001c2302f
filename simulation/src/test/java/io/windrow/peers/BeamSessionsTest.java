package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Cases of Apache Beam's {@code SessionsTest} (apache/beam, sdks/java/core, package
 * org.apache.beam.sdk.transforms.windowing), restated. ({@code TestStreamTest} has no sessions.)
 */
class BeamSessionsTest {
  private static final long DAY = 24 * 3_600_000;

  /**
   * testSimple. By intent ours differs: in Beam two windows that only touch stay apart, so that
   * events just the gap apart, 0 and 10, are two sessions; here, as in Flink and Kafka Streams, the
   * gap is included.
   */
  @Test
  void eventsJustTheGapApartAreOneSession() {
    Windowing windows = Windowing.sessions(10, DAY).put("k", 0, 1).put("k", 10, 1).put("k", 101, 1);

    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(new Closed("k", 0, 20, 2), new Closed("k", 101, 111, 1));
  }

  /** testConsecutive. */
  @Test
  void eventsThatFollowOnEachOtherAreOneSession() {
    Windowing windows = Windowing.sessions(10, DAY);
    windows.put("k", 1, 1).put("k", 2, 1).put("k", 5, 1).put("k", 9, 1);
    windows.put("k", 100, 1).put("k", 101, 1);

    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(new Closed("k", 1, 19, 4), new Closed("k", 100, 111, 2));
  }

  /** testMerging: what was apart at first is merged by what comes later. */
  @Test
  void sessionsMergeInWhateverOrderEventsCome() {
    Windowing windows = Windowing.sessions(10, DAY);
    windows.put("k", 1, 1).put("k", 15, 1).put("k", 30, 1).put("k", 100, 1).put("k", 101, 1);
    windows.put("k", 95, 1).put("k", 22, 1).put("k", 10, 1);

    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(new Closed("k", 1, 40, 5), new Closed("k", 95, 111, 3));
  }

  /** testTimeUnit. */
  @Test
  void aGapOfASecondIsAThousandMilliseconds() {
    Windowing windows = Windowing.sessions(1000, DAY);
    windows.put("k", 1, 1).put("k", 2, 1).put("k", 1000, 1);
    windows.put("k", 5000, 1).put("k", 5001, 1).put("k", 10_000, 1);

    assertThat(windows.closedAtTheEnd())
        .containsExactlyInAnyOrder(
            new Closed("k", 1, 2000, 3),
            new Closed("k", 5000, 6001, 2),
            new Closed("k", 10_000, 11_000, 1));
  }
}
