package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Cases of Apache Beam's {@code TestStreamTest} (apache/beam, sdks/java/core, package
 * org.apache.beam.sdk.testing), restated. By intent ours differs in one thing that runs through all
 * of them: there are no panes that fire early, on time and late; a window has one final result,
 * when its end and the allowed lateness have passed, and it is what all panes together hold.
 */
class BeamTestStreamTest {
  private static final long MINUTE = 60_000;

  /** testLateDataAccumulating. */
  @Test
  void lateDataWithinTheGraceCountsAndWhatIsLaterIsLate() {
    Windowing windows = Windowing.tumbling(5 * MINUTE, 5 * MINUTE);
    windows.put("", 0, 1).put("", 0, 2).put("", 0, 3);

    assertThat(windows.watermark(6 * MINUTE).closed()).isEmpty();
    assertThat(windows.put("", 0, 4).put("", 0, 5).closed()).isEmpty();
    assertThat(windows.watermark(20 * MINUTE).closed())
        .containsExactly(new Closed(null, 0, 5 * MINUTE, 15));
    windows.put("", 0, -1).put("", 0, -2).put("", 0, -3);
    assertThat(windows.closedAtTheEnd()).isEmpty();
    assertThat(windows.late()).containsExactly("@0", "@0", "@0");
  }

  /** testDiscardingMode: every element of any pane is in the final result. */
  @Test
  void aFinalResultHoldsTheElementsOfEveryPane() {
    Windowing windows = Windowing.tumbling(1000, 5000).watermark(0);
    windows.put("k", 100, 1).put("k", 200, 10).put("k", 500, 100).watermark(1000);
    assertThat(windows.closed()).isEmpty();

    windows.put("k", 750, 1000).put("k", 250, 10_000);
    assertThat(windows.closedAtTheEnd()).containsExactly(new Closed("k", 0, 1000, 11_111));
  }

  /** testFirstElementLate: a window before the epoch was closed before anything came. */
  @Test
  void theFirstElementCanBeLate() {
    Windowing windows = Windowing.tumbling(1000, 5000).watermark(0);

    assertThat(windows.put("late", -1_000_000, 1).put("onTime", 100, 1).closedAtTheEnd())
        .containsExactly(new Closed("onTime", 0, 1000, 1));
    assertThat(windows.late()).containsExactly("late@-1000000");
  }

  /** testEarlyPanesOfWindow: the on-time pane; early ones are live values here, not results. */
  @Test
  void withNoLatenessAllowedTheOnTimePaneIsTheFinalResult() {
    Windowing windows = Windowing.tumbling(30 * MINUTE, 0);

    assertThat(windows.put("key", 1000, 1).closed()).isEmpty();
    assertThat(windows.put("key", 2000, 2).closed()).isEmpty();
    assertThat(windows.put("key", 3000, 3).closed()).isEmpty();
    assertThat(windows.closedAtTheEnd()).containsExactly(new Closed("key", 0, 30 * MINUTE, 6));
  }

  /** testMultiStage: windows far apart, an element before the watermark's start in its own. */
  @Test
  void elementsAreInTheWindowsOfTheirOwnTimes() {
    Windowing windows = Windowing.tumbling(1000, 0).put("before", -1, 1).watermark(0);

    assertThat(windows.closed()).containsExactly(new Closed("before", -1000, 0, 1));
    assertThat(windows.put("after", 10_000, 1).closedAtTheEnd())
        .containsExactly(new Closed("after", 10_000, 11_000, 1));
  }

  /**
   * testElementsAtAlmostPositiveInfinity. There the last time is that of the global window's end;
   * by intent it is the end of the year 9999 here, and it is in a window like any other.
   */
  @Test
  void elementsAtTheLastTimeThereIsAreInAWindow() {
    long last = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    Windowing windows = Windowing.tumbling(360 * MINUTE, 0).put("k", last, 1).put("k", last, 1);

    assertThat(windows.closedAtTheEnd())
        .containsExactly(new Closed("k", last + 1 - 360 * MINUTE, last + 1, 2));
  }

  /** testAdvanceWatermarkNonMonotonicThrows: no harness is told so; the watermark stays. */
  @Test
  void anOlderEventDoesNotTakeTheWatermarkBack() {
    Windowing windows = Windowing.tumbling(10, 0).watermark(10).put("k", 10, 1).watermark(-1);

    assertThat(windows.put("k", 9, 1).watermark(20).closed())
        .containsExactly(new Closed("k", 10, 20, 1));
    assertThat(windows.late()).containsExactly("k@9");
  }
}
