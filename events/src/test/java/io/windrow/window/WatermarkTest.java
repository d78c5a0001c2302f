package io.windrow.window;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WatermarkTest {

  @Test
  void anEventRaisesTheWatermarkToTheLesserOfItsTimeAndItsArrival() {
    assertThat(Watermark.afterEvent(Watermark.NONE, 100, 120)).isEqualTo(100);
    assertThat(Watermark.afterEvent(Watermark.NONE, 130, 120)).isEqualTo(120);
    assertThat(Watermark.afterEvent(90, 100, 120)).isEqualTo(100);
  }

  @Test
  void withoutBehindAnArrivalMovesNothing() {
    assertThat(Watermark.afterArrival(90, 1_000, null)).isEqualTo(90);
    assertThat(Watermark.afterArrival(Watermark.NONE, 1_000, null)).isEqualTo(Watermark.NONE);
  }

  @Test
  void withBehindAnArrivalRaisesTheWatermarkToThatMuchBeforeIt() {
    assertThat(Watermark.afterArrival(90, 1_000, 600L)).isEqualTo(400);
    assertThat(Watermark.afterArrival(Watermark.NONE, 1_000, 600L)).isEqualTo(400);
  }

  @Property
  void itNeverFalls(
      @ForAll long watermark,
      @ForAll @LongRange(min = -1_000, max = 1_000) long time,
      @ForAll @LongRange(min = -1_000, max = 1_000) long arrival,
      @ForAll @LongRange(min = 0, max = 1_000) long behind) {
    assertThat(Watermark.afterEvent(watermark, time, arrival)).isGreaterThanOrEqualTo(watermark);
    assertThat(Watermark.afterArrival(watermark, arrival, behind))
        .isGreaterThanOrEqualTo(watermark);
  }

  @Test
  void nothingMovesTheEndOfTime() {
    assertThat(Watermark.afterEvent(Watermark.END, 100, 120)).isEqualTo(Watermark.END);
    assertThat(Watermark.afterArrival(Watermark.END, 120, 10L)).isEqualTo(Watermark.END);
  }
}
