package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The session cases of Apache Flink's {@code WindowOperatorTest} (apache/flink,
 * flink-streaming-java, package org.apache.flink.streaming.runtime.operators.windowing), restated.
 * A watermark of Flink's says that nothing at or before it comes any more, ours how far event time
 * has come: its 1999 is our 2000. Each test names the case that it restates.
 *
 * <p>By intent ours differs in two things. A session closes a millisecond later than its end, since
 * an event at its end belongs to it, in Flink too. And lateness is counted from an event's own
 * time, not from the end of the session that it would belong to: a grace of one gap more gives the
 * same verdicts here.
 */
class FlinkSessionWindowsTest {
  private static final long GAP = 3000;

  /** testSessionWindows, with the snapshot and the restore in the middle. */
  @Test
  void eventsUpToTheGapApartAreOneSessionInWhateverOrderTheyCome() {
    Windowing windows = Windowing.sessions(GAP, 0);
    windows.put("key2", 0, 1).put("key2", 1000, 2).put("key2", 2500, 3);
    windows.put("key1", 10, 1).put("key1", 1000, 2);
    assertThat(windows.closed()).isEmpty();
    windows.restart();
    windows.put("key1", 2500, 3);
    windows.put("key2", 5501, 4).put("key2", 6000, 5).put("key2", 6000, 5).put("key2", 6050, 6);

    assertThat(windows.watermark(12_001).closed())
        .containsExactlyInAnyOrder(
            new Closed("key1", 10, 5500, 6),
            new Closed("key2", 0, 5500, 6),
            new Closed("key2", 5501, 9050, 20));
    windows.put("key2", 15_000, 10).put("key2", 15_000, 20);
    assertThat(windows.watermark(18_000).closed()).isEmpty();
    assertThat(windows.watermark(18_001).closed())
        .containsExactly(new Closed("key2", 15_000, 18_000, 30));
  }

  /** testReduceSessionWindows: the restore comes between two keys. */
  @Test
  void aSessionSurvivesARestart() {
    Windowing windows = Windowing.sessions(GAP, 0);
    windows.put("key2", 0, 1).put("key2", 1000, 2).put("key2", 2500, 3);
    assertThat(windows.closed()).isEmpty();
    windows.restart().put("key1", 10, 1).put("key1", 1000, 2).put("key1", 2500, 3);
    assertThat(windows.closed()).isEmpty();
    windows.restart();

    assertThat(windows.watermark(12_001).closed())
        .containsExactlyInAnyOrder(new Closed("key1", 10, 5500, 6), new Closed("key2", 0, 5500, 6));
  }

  /**
   * testSideOutputDueToLatenessSessionZeroLateness and its twin with a purging trigger, by the rule
   * that is ours: what is behind the watermark is late, whether a session is open or not.
   */
  @Test
  void withoutGraceAnEventBehindTheWatermarkIsLateEvenIfASessionIsOpen() {
    Windowing windows = Windowing.sessions(GAP, 0);

    assertThat(windows.put("key2", 1000, 1).watermark(2000).closed()).isEmpty();
    assertThat(windows.put("key2", 2000, 1).watermark(4999).closed()).isEmpty();
    assertThat(windows.put("key2", 4500, 1).put("key2", 8500, 1).watermark(7401).closed())
        .containsExactly(new Closed("key2", 1000, 5000, 2));
    assertThat(windows.put("key2", 7000, 1).watermark(11_502).closed())
        .containsExactly(new Closed("key2", 8500, 11_500, 1));
    assertThat(windows.put("key2", 11_600, 1).watermark(14_601).closed())
        .containsExactly(new Closed("key2", 11_600, 14_600, 1));
    windows.put("key2", 10_000, 1).put("key2", 10_100, 1).put("key2", 14_500, 1);
    assertThat(windows.watermark(20_001).closed()).isEmpty();
    assertThat(windows.late())
        .containsExactly("key2@4500", "key2@7000", "key2@10000", "key2@10100", "key2@14500");
  }

  /** The same two cases with a grace of one gap: late is what goes to Flink's side output. */
  @Test
  void anEventMergesTwoSessionsAndOneOfAClosedSessionIsLate() {
    Windowing windows = Windowing.sessions(GAP, GAP);

    assertThat(windows.put("key2", 1000, 1).watermark(2000).closed()).isEmpty();
    assertThat(windows.put("key2", 2000, 1).watermark(4999).closed()).isEmpty();
    windows.put("key2", 4500, 1).put("key2", 8500, 1);
    assertThat(windows.watermark(7401).closed()).isEmpty();
    assertThat(windows.put("key2", 7000, 1).watermark(11_502).closed()).isEmpty();
    assertThat(windows.put("key2", 11_600, 1).watermark(14_601).closed())
        .containsExactly(new Closed("key2", 1000, 11_500, 5));
    windows.put("key2", 10_000, 1).put("key2", 10_100, 1).put("key2", 14_500, 1);
    assertThat(windows.watermark(20_500).closed()).isEmpty();
    assertThat(windows.watermark(20_501).closed())
        .containsExactly(new Closed("key2", 11_600, 17_500, 2));
    assertThat(windows.late()).containsExactly("key2@10000", "key2@10100");
  }

  /**
   * testNotSideOutputDueToLatenessSessionWithHugeLateness. By intent, there is one final result:
   * Flink fires four times, the last one for the session that holds all eight.
   */
  @Test
  void withAGraceThatIsLongEnoughAllThatMergesIsOneFinalResult() {
    Windowing windows = Windowing.sessions(GAP, GAP + 10_000);
    windows.put("key2", 1000, 1).watermark(2000).put("key2", 2000, 1).watermark(4999);
    windows.put("key2", 4500, 1).put("key2", 8500, 1).watermark(7401);
    windows.put("key2", 7000, 1).watermark(11_502).put("key2", 11_600, 1).watermark(14_601);
    windows.put("key2", 10_000, 1).put("key2", 14_500, 1);

    assertThat(windows.watermark(20_001).closed()).isEmpty();
    assertThat(windows.watermark(100_001).closed())
        .containsExactly(new Closed("key2", 1000, 17_500, 8));
    assertThat(windows.late()).isEmpty();
  }
}
