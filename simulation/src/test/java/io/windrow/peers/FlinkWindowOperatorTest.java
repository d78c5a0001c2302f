package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Cases of Apache Flink's {@code WindowOperatorTest} (apache/flink, flink-streaming-java, package
 * org.apache.flink.streaming.runtime.operators.windowing), restated. A watermark of Flink's says
 * that nothing at or before it comes any more, ours how far event time has come: its 1999 is our
 * 2000. Each test names the case that it restates.
 */
class FlinkWindowOperatorTest {

  /** testTumblingEventTimeWindowsReduce, with the snapshot and the restore in the middle. */
  @Test
  void aTumblingWindowClosesOnceTheWatermarkIsAtItsEnd() {
    Windowing windows = outOfOrder(Windowing.tumbling(3000, 0));

    assertThat(windows.watermark(1000).closed()).isEmpty();
    assertThat(windows.watermark(2000).closed()).isEmpty();
    windows.restart();
    assertThat(windows.watermark(3000).closed())
        .containsExactlyInAnyOrder(new Closed("key1", 0, 3000, 3), new Closed("key2", 0, 3000, 3));
    assertThat(windows.watermark(4000).closed()).isEmpty();
    assertThat(windows.watermark(5000).closed()).isEmpty();
    assertThat(windows.watermark(6000).closed()).containsExactly(new Closed("key2", 3000, 6000, 2));
    assertThat(windows.watermark(8000).closed()).isEmpty();
  }

  /** testSlidingEventTimeWindowsReduce: the first window begins before the epoch. */
  @Test
  void hoppingWindowsCloseOneSlideAfterTheOther() {
    Windowing windows = outOfOrder(Windowing.hopping(3000, 1000, 0));

    assertThat(windows.watermark(1000).closed())
        .containsExactly(new Closed("key1", -2000, 1000, 3));
    assertThat(windows.watermark(2000).closed())
        .containsExactlyInAnyOrder(
            new Closed("key1", -1000, 2000, 3), new Closed("key2", -1000, 2000, 3));
    assertThat(windows.watermark(3000).closed())
        .containsExactlyInAnyOrder(new Closed("key1", 0, 3000, 3), new Closed("key2", 0, 3000, 3));
    windows.restart();
    assertThat(windows.watermark(4000).closed()).containsExactly(new Closed("key2", 1000, 4000, 5));
    assertThat(windows.watermark(5000).closed()).containsExactly(new Closed("key2", 2000, 5000, 2));
    assertThat(windows.watermark(6000).closed()).containsExactly(new Closed("key2", 3000, 6000, 2));
    assertThat(windows.watermark(8000).closed()).isEmpty();
  }

  /**
   * testLateness. By intent ours differs: Flink fires at the window's end and once more for what
   * comes within the allowed lateness, 2 and then 1; here there is one final result, of all three.
   */
  @Test
  void whatComesWithinTheGraceIsPartOfTheOneFinalResult() {
    Windowing windows = Windowing.tumbling(2000, 500);

    assertThat(windows.put("key2", 500, 1).watermark(1501).closed()).isEmpty();
    assertThat(windows.put("key2", 1300, 1).watermark(2301).closed()).isEmpty();
    assertThat(windows.put("key2", 1997, 1).watermark(6001).closed())
        .containsExactly(new Closed("key2", 0, 2000, 3));
    assertThat(windows.put("key2", 1998, 1).watermark(7001).closed()).isEmpty();
    assertThat(windows.late()).containsExactly("key2@1998");
  }

  /** testSideOutputDueToLatenessTumbling: the side output is the verdict late. */
  @Test
  void anEventOfAClosedTumblingWindowIsLate() {
    Windowing windows = Windowing.tumbling(2000, 0);

    assertThat(windows.put("key2", 1000, 1).watermark(1986).closed()).isEmpty();
    assertThat(windows.put("key2", 1980, 1).watermark(2000).closed())
        .containsExactly(new Closed("key2", 0, 2000, 2));
    assertThat(windows.put("key2", 1998, 1).late()).containsExactly("key2@1998");
    assertThat(windows.put("key2", 2001, 1).watermark(3000).closed()).isEmpty();
    assertThat(windows.watermark(4000).closed()).containsExactly(new Closed("key2", 2000, 4000, 1));
    assertThat(windows.late()).containsExactly("key2@1998");
  }

  /** testSideOutputDueToLatenessSliding: late for one window is not yet late. */
  @Test
  void anEventCountsInThoseOfItsHoppingWindowsThatAreOpen() {
    Windowing windows = Windowing.hopping(3000, 1000, 0);

    assertThat(windows.put("key2", 1000, 1).watermark(2000).closed())
        .containsExactly(new Closed("key2", -1000, 2000, 1));
    assertThat(windows.put("key2", 2000, 1).watermark(3001).closed())
        .containsExactly(new Closed("key2", 0, 3000, 2));
    windows.put("key1", 3001, 1).put("key2", 2400, 1).put("key2", 2400, 1);
    windows.put("key1", 3001, 1).put("key2", 3900, 1).watermark(6001);
    assertThat(windows.closed())
        .containsExactlyInAnyOrder(
            new Closed("key2", 1000, 4000, 5),
            new Closed("key1", 1000, 4000, 2),
            new Closed("key2", 2000, 5000, 4),
            new Closed("key1", 2000, 5000, 2),
            new Closed("key2", 3000, 6000, 1),
            new Closed("key1", 3000, 6000, 2));
    assertThat(windows.put("key1", 3001, 1).watermark(25_001).closed()).isEmpty();
    assertThat(windows.late()).containsExactly("key1@3001");
  }

  /**
   * testCleanupTimeOverflow. There a window ends within the grace of the greatest long; ours
   * differs by intent: a time past the year 9999 is rejected, and the last windows of that year
   * close.
   */
  @Test
  void theLastWindowThatATimeCanFallInCloses() {
    long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    Windowing windows = Windowing.tumbling(1000, 2000).put("key2", last, 1);

    assertThat(windows.watermark(last).closed()).isEmpty();
    assertThat(windows.closedAtTheEnd())
        .containsExactly(new Closed("key2", last - 999, last + 1, 1));
  }

  private static Windowing outOfOrder(Windowing windows) {
    return windows
        .put("key2", 3999, 1)
        .put("key2", 3000, 1)
        .put("key1", 20, 1)
        .put("key1", 0, 1)
        .put("key1", 999, 1)
        .put("key2", 1998, 1)
        .put("key2", 1999, 1)
        .put("key2", 1000, 1);
  }
}
