package io.windrow.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Cases of Apache Beam's {@code SlidingWindowsTest} (apache/beam, sdks/java/core, package
 * org.apache.beam.sdk.transforms.windowing), restated: where a set of elements is expected there,
 * the sum of their times is here.
 */
class BeamSlidingWindowsTest {

  /** testSimple. */
  @Test
  void slidingWindowsBeginBeforeTheFirstElement() {
    assertThat(sumsOfTimes(Windowing.hopping(10, 5, 0), 1, 2, 5, 9, 10, 11))
        .containsExactlyInAnyOrder(
            new Closed("k", -5, 5, 1 + 2),
            new Closed("k", 0, 10, 1 + 2 + 5 + 9),
            new Closed("k", 5, 15, 5 + 9 + 10 + 11),
            new Closed("k", 10, 20, 10 + 11));
  }

  /** testSlightlyOverlapping: neither of size and slide is a multiple of the other. */
  @Test
  void slidingWindowsMayOverlapByLessThanASlide() {
    assertThat(sumsOfTimes(Windowing.hopping(7, 5, 0), 1, 2, 5, 9, 10, 11))
        .containsExactlyInAnyOrder(
            new Closed("k", -5, 2, 1),
            new Closed("k", 0, 7, 1 + 2 + 5),
            new Closed("k", 5, 12, 5 + 9 + 10 + 11),
            new Closed("k", 10, 17, 10 + 11));
  }

  /** testTimeUnit. */
  @Test
  void slidingWindowsOfSecondsAreCutAtTheMillisecond() {
    assertThat(sumsOfTimes(Windowing.hopping(10_000, 5000, 0), 1, 2, 1000, 5000, 5001, 10_000))
        .containsExactlyInAnyOrder(
            new Closed("k", -5000, 5000, 1 + 2 + 1000),
            new Closed("k", 0, 10_000, 1 + 2 + 1000 + 5000 + 5001),
            new Closed("k", 5000, 15_000, 5000 + 5001 + 10_000),
            new Closed("k", 10_000, 20_000, 10_000));
  }

  /**
   * testElidings. There a slide may be longer than its window, and elements in between are in none;
   * by intent that is refused here, since an accepted event would count nowhere.
   */
  @Test
  void aSlideLongerThanItsWindowIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Windowing.hopping(3, 10, 0));
  }

  private static List<Closed> sumsOfTimes(Windowing windows, long... times) {
    for (long time : times) {
      windows.put("k", time, time);
    }
    return windows.closedAtTheEnd();
  }
}
