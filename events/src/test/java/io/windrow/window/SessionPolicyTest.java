package io.windrow.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SessionPolicyTest {

  @Provide
  Arbitrary<SessionPolicy> policies() {
    Arbitrary<Long> gaps = Arbitraries.longs().between(1, 20);
    Arbitrary<Long> graces = Arbitraries.longs().between(0, 20);
    Arbitrary<Long> rests = Arbitraries.longs().between(0, 60);
    return Combinators.combine(gaps, graces, rests)
        .as((gap, grace, rest) -> new SessionPolicy(gap, grace, 2 * gap + rest));
  }

  @Property
  void aTimeLiesInItsPane(
      @ForAll("policies") SessionPolicy policy,
      @ForAll @LongRange(min = -200, max = 200) long time) {
    long pane = policy.pane(time);

    assertThat(time).isBetween(pane, pane + policy.gap() - 1);
    assertThat(policy.pane(pane)).isEqualTo(pane);
  }

  @Property
  void twoEventsOfAPaneAreOneSession(
      @ForAll("policies") SessionPolicy policy,
      @ForAll @LongRange(min = -200, max = 200) long time,
      @ForAll @LongRange(min = 0, max = 500) long before) {
    long pane = policy.pane(time);

    assertThat(policy.reaches(pane, time)).isTrue();
    assertThat(policy.isCut(pane - before, pane, time)).isFalse();
  }

  @Property
  void anEventThatIsNotLateDoesNotReachASessionThatIsClosed(
      @ForAll("policies") SessionPolicy policy,
      @ForAll @LongRange(min = -200, max = 200) long last,
      @ForAll @LongRange(min = 0, max = 50) long past,
      @ForAll @LongRange(min = -300, max = 400) long time) {
    long watermark = policy.closesAt(last) + past;

    assertThat(policy.isLate(time, watermark) || !policy.reaches(last, time)).isTrue();
  }

  @Property
  void aSessionThatCanStillGrowIsOpen(
      @ForAll("policies") SessionPolicy policy,
      @ForAll @LongRange(min = -200, max = 200) long last) {
    long watermark = policy.closesAt(last) - 1;
    long next = last + policy.gap();

    assertThat(policy.reaches(last, next)).isTrue();
    assertThat(policy.isLate(next, watermark)).isFalse();
  }

  @Property
  void anOpenSessionNeedsItsPane(
      @ForAll("policies") SessionPolicy policy,
      @ForAll @LongRange(min = -200, max = 200) long last,
      @ForAll @LongRange(min = 0, max = 200) long earlier) {
    long first = last - earlier % policy.longest();

    assertThat(policy.neededUntil(policy.pane(first)))
        .isGreaterThanOrEqualTo(policy.closesAt(last));
  }

  @Test
  void aSessionIsOpenForItsGapAndGraceInclusive() {
    SessionPolicy policy = new SessionPolicy(30, 5, 1000);

    assertThat(policy.reaches(100, 130)).isTrue();
    assertThat(policy.reaches(100, 131)).isFalse();
    assertThat(policy.end(100)).isEqualTo(130);
    assertThat(policy.closesAt(100)).isEqualTo(136);
  }

  @Test
  void anEventIsLateWhenTheWatermarkIsGreaterThanItsTimeAndGrace() {
    SessionPolicy policy = new SessionPolicy(30, 5, 1000);

    assertThat(policy.isLate(100, 105)).isFalse();
    assertThat(policy.isLate(100, 106)).isTrue();
    assertThat(policy.isLate(-11_644_473_600_000L, Watermark.NONE)).isFalse();
    assertThat(policy.isLate(253_402_300_799_999L, Watermark.END)).isTrue();
  }

  @Test
  void aStreakIsCutAtAMultipleOfHalfOfTheLongestThatIsThatHalfPastItsBeginning() {
    SessionPolicy policy = new SessionPolicy(30, 5, 200);

    assertThat(policy.isCut(100, 190, 200)).isTrue();
    assertThat(policy.isCut(101, 190, 200)).isFalse();
    assertThat(policy.isCut(101, 290, 300)).isTrue();
    assertThat(policy.isCut(0, 200, 220)).isFalse();
  }

  @Test
  void lengthsThatMakeNoSessionsAreRefused() {
    assertThatThrownBy(() -> new SessionPolicy(0, 0, 10)).hasMessageContaining("gap 0");
    assertThatThrownBy(() -> new SessionPolicy(10, -1, 20)).hasMessageContaining("grace -1");
    assertThatThrownBy(() -> new SessionPolicy(10, 0, 19)).hasMessageContaining("longest 19");
  }
}
