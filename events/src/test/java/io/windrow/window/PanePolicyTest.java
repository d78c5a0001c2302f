package io.windrow.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The arithmetic of windows against lists of all windows, written out. */
class PanePolicyTest {
  private static final long FAR = 200;

  @Provide
  Arbitrary<PanePolicy> policies() {
    Arbitrary<Long> lengths = Arbitraries.longs().between(1, 30);
    Arbitrary<Long> graces = Arbitraries.longs().between(0, 40);
    Arbitrary<Long> offsets = Arbitraries.longs().between(0, 40);
    return Combinators.combine(lengths, lengths, graces, offsets)
        .as(
            (a, b, grace, offset) ->
                new PanePolicy(Math.max(a, b), Math.min(a, b), grace, new EvenScale(offset)));
  }

  @Property
  void theWindowsOfAPaneAreThoseThatHoldEachOfItsTimes(
      @ForAll("policies") PanePolicy policy, @ForAll @LongRange(min = -100, max = 100) long time) {
    long pane = policy.pane(time);

    List<Long> found = new ArrayList<>();
    for (long w = policy.firstWindow(pane); w <= policy.lastWindow(pane); w = policy.next(w, 1)) {
      found.add(w);
    }

    assertThat(found).isEqualTo(windowsThatHold(policy, time));
  }

  @Property
  void aTimeLiesInItsPane(
      @ForAll("policies") PanePolicy policy, @ForAll @LongRange(min = -100, max = 100) long time) {
    long pane = policy.pane(time);

    assertThat(time).isBetween(pane, pane + policy.paneSize() - 1);
    assertThat(policy.pane(pane)).isEqualTo(pane);
  }

  @Property
  void noEventIsInMoreWindowsThanThePolicySaysAndOneIsInAsMany(
      @ForAll("policies") PanePolicy policy) {
    long most =
        LongStream.range(0, policy.slide())
            .map(time -> windowsThatHold(policy, time).size())
            .max()
            .getAsLong();

    assertThat(policy.windowsOfAnEvent()).isEqualTo(most);
  }

  @Property
  void panesPartitionEveryWindow(
      @ForAll("policies") PanePolicy policy, @ForAll @LongRange(min = -10, max = 10) long number) {
    long start = policy.lastWindow(number);

    long[] starts =
        LongStream.range(start, policy.end(start)).map(policy::pane).distinct().toArray();

    assertThat(starts[0]).isEqualTo(start);
    assertThat(starts).hasSize((int) (policy.size() / policy.paneSize()));
    assertThat(starts[starts.length - 1] + policy.paneSize()).isEqualTo(policy.end(start));
  }

  @Property
  void noLargerPanesWouldDo(@ForAll("policies") PanePolicy policy) {
    long largest =
        LongStream.rangeClosed(1, policy.size())
            .filter(length -> policy.size() % length == 0 && policy.slide() % length == 0)
            .max()
            .orElseThrow();

    assertThat(policy.paneSize()).isEqualTo(largest);
  }

  @Property
  void theFirstOpenWindowIsTheFirstThatTheWatermarkHasNotClosed(
      @ForAll("policies") PanePolicy policy,
      @ForAll @LongRange(min = -100, max = 100) long watermark) {
    long expected =
        windows(policy).filter(w -> w + policy.size() + policy.grace() > watermark).min().orElse(0);

    assertThat(policy.firstOpen(watermark)).isEqualTo(expected);
  }

  @Property
  void aTimeIsLateWhenEveryWindowThatHoldsItIsClosed(
      @ForAll("policies") PanePolicy policy,
      @ForAll @LongRange(min = -100, max = 100) long time,
      @ForAll @LongRange(min = -100, max = 100) long watermark) {
    boolean expected =
        windowsThatHold(policy, time).stream()
            .allMatch(w -> w + policy.size() + policy.grace() <= watermark);

    assertThat(policy.isLate(policy.pane(time), watermark)).isEqualTo(expected);
  }

  @Property
  void lateIsBeforeTheFirstOpenWindow(
      @ForAll("policies") PanePolicy policy,
      @ForAll @LongRange(min = -100, max = 100) long time,
      @ForAll @LongRange(min = -100, max = 100) long watermark) {
    long pane = policy.pane(time);

    assertThat(policy.isLate(pane, watermark))
        .isEqualTo(policy.lastWindow(pane) < policy.firstOpen(watermark));
  }

  @Test
  void aTumblingWindowIsItsOwnPane() {
    PanePolicy tenSeconds = WindowPolicy.tumbling(10_000, 60_000);

    assertThat(tenSeconds.paneSize()).isEqualTo(10_000);
    assertThat(tenSeconds.pane(-1)).isEqualTo(-10_000);
    assertThat(tenSeconds.pane(19_999)).isEqualTo(10_000);
    assertThat(tenSeconds.closesAt(10_000)).isEqualTo(80_000);
  }

  @Test
  void anEventIsLateFromTheWatermarkAtWhichItsWindowCloses() {
    PanePolicy policy = WindowPolicy.tumbling(10, 5);

    assertThat(policy.isLate(0, 14)).isFalse();
    assertThat(policy.isLate(0, 15)).isTrue();
  }

  @Test
  void noWatermarkLeavesEveryWindowOpenAndTheEndLeavesNone() {
    PanePolicy policy = new PanePolicy(86_400_000, 3_600_000, 60_000);
    long inTheYear9999 = policy.pane(253_402_300_799_999L);

    assertThat(policy.firstOpen(Watermark.NONE)).isEqualTo(Long.MIN_VALUE);
    assertThat(policy.isLate(policy.pane(-11_644_473_600_000L), Watermark.NONE)).isFalse();
    assertThat(policy.firstOpen(Watermark.END)).isGreaterThan(policy.lastWindow(inTheYear9999));
    assertThat(policy.isLate(inTheYear9999, Watermark.END)).isTrue();
  }

  @Test
  void lengthsThatMakeNoWindowsAreRefused() {
    assertThatThrownBy(() -> new PanePolicy(0, 0, 0)).hasMessageContaining("size 0");
    assertThatThrownBy(() -> new PanePolicy(10, 0, 0)).hasMessageContaining("slide 0");
    assertThatThrownBy(() -> new PanePolicy(10, 11, 0)).hasMessageContaining("slide 11");
    assertThatThrownBy(() -> new PanePolicy(10, 10, -1)).hasMessageContaining("grace -1");
  }

  private static List<Long> windowsThatHold(PanePolicy policy, long time) {
    return windows(policy).filter(w -> w <= time && time < w + policy.size()).boxed().toList();
  }

  private static LongStream windows(PanePolicy policy) {
    long offset = ((EvenScale) policy.scale()).offset();
    return LongStream.rangeClosed(-FAR, FAR)
        .filter(start -> (start - offset) % policy.slide() == 0);
  }
}
