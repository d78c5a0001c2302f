package io.windrow.simulation.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.simulation.schedule.Choices;
import io.windrow.simulation.world.DrawnWindows;
import io.windrow.window.PanePolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Holds the oracle's windows of calendars and the arithmetic of panes together. */
class NaiveWindowsTest {
  private static final long FIRST = Instant.parse("1950-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST = Instant.parse("2030-01-01T00:00:00Z").toEpochMilli();

  @Provide
  Arbitrary<PanePolicy> policies() {
    return Arbitraries.longs().map(seed -> DrawnWindows.ofCalendar(new Choices(seed)));
  }

  /** Around changes of clocks, and any. */
  @Provide
  Arbitrary<Long> times() {
    Arbitrary<Long> any = Arbitraries.longs().between(FIRST, LAST);
    Arbitrary<Long> near =
        Arbitraries.of(
                "2011-12-30T10:00:00Z", // Apia leaves a day out
                "2018-11-04T03:00:00Z", // São Paulo goes from 24:00 to 01:00
                "2018-02-18T02:00:00Z", // and back, from 24:00 to 23:00
                "2024-03-31T01:00:00Z",
                "2024-10-27T01:00:00Z",
                "2024-04-06T15:00:00Z") // Lord Howe, by half an hour
            .map(text -> Instant.parse(text).toEpochMilli());
    Arbitrary<Long> away = Arbitraries.longs().between(-100 * 3_600_000L, 100 * 3_600_000L);
    return Arbitraries.oneOf(
        any, near.flatMap(time -> away.map(distance -> time + distance / 60_000 * 60_000)));
  }

  @Property
  void theWindowsOfATimeAreThoseOfItsPane(
      @ForAll("policies") PanePolicy policy, @ForAll("times") long time) {
    long pane = policy.pane(time);
    List<NaiveWindows.Window> found = new ArrayList<>();

    for (long w = policy.firstWindow(pane); w <= policy.lastWindow(pane); w = policy.next(w, 1)) {
      found.add(new NaiveWindows.Window(w, policy.end(w)));
    }

    assertThat(found).isEqualTo(sorted(NaiveWindows.open(policy, time, Long.MIN_VALUE)));
  }

  @Property
  void aTimeIsLateWhenNoWindowThatHoldsItIsOpen(
      @ForAll("policies") PanePolicy policy,
      @ForAll("times") long time,
      @ForAll @LongRange(min = -100, max = 2_000) long hours) {
    long watermark = time + hours * 1_800_000;
    List<NaiveWindows.Window> open = sorted(NaiveWindows.open(policy, time, watermark));

    assertThat(policy.isLate(time, watermark)).isEqualTo(open.isEmpty());
    if (!open.isEmpty()) {
      assertThat(policy.firstOpenWindow(policy.pane(time), watermark))
          .isEqualTo(open.get(0).start());
    }
  }

  private static List<NaiveWindows.Window> sorted(List<NaiveWindows.Window> windows) {
    List<NaiveWindows.Window> sorted = new ArrayList<>(windows);
    sorted.sort(Comparator.comparingLong(NaiveWindows.Window::start));
    return sorted;
  }
}
