package io.windrow.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.aggregate.Aggregates;
import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import io.windrow.record.Position;
import io.windrow.window.SessionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StreakTest {
  private static final Group GROUP = Group.of(List.of("a"));
  private static final Position POSITION = new Position("shard", "1", 0);

  @Provide
  Arbitrary<SessionPolicy> policies() {
    Arbitrary<Long> gaps = Arbitraries.longs().between(1, 12);
    Arbitrary<Long> graces = Arbitraries.longs().between(0, 10);
    Arbitrary<Long> rests = Arbitraries.longs().between(0, 40);
    return Combinators.combine(gaps, graces, rests)
        .as((gap, grace, rest) -> new SessionPolicy(gap, grace, 2 * gap + rest));
  }

  @Provide
  Arbitrary<List<Long>> times() {
    return Arbitraries.longs().between(-150, 150).list().ofMinSize(1).ofMaxSize(100);
  }

  @Property
  void sessionsAreThoseOfTheSortedTimes(
      @ForAll("policies") SessionPolicy policy, @ForAll("times") List<Long> times) {
    assertThat(sessions(policy, delta(policy, times))).isEqualTo(parted(policy, times));
  }

  @Property
  void noSessionIsAsLongAsTheLongestAndNoStreakOfLessThanHalfOfItIsCut(
      @ForAll("policies") SessionPolicy policy, @ForAll("times") List<Long> times) {
    for (Streak streak : all(delta(policy, times), policy)) {
      List<Session> sessions = streak.sessions();

      assertThat(sessions).allMatch(session -> session.last() - session.first() < policy.longest());
      assertThat(
              sessions.size() == 1
                  || streak.last() - sessions.get(0).first() >= policy.longest() / 2)
          .isTrue();
    }
  }

  @Property(tries = 10_000)
  void anOpenSessionIsTheSameWhateverIsMissingOfWhatIsNotNeeded(
      @ForAll("policies") SessionPolicy policy, @ForAll long seed) {
    Random random = new Random(seed);
    List<Long> times = longStreaks(policy, random);
    long closed = policy.closesAt(times.get(random.nextInt(times.size()))) - 1;
    List<Long> left = new ArrayList<>(times);
    int kept = random.nextInt(3);
    left.removeIf(
        time ->
            policy.neededUntil(policy.pane(time)) <= closed
                && (kept == 0 || random.nextInt(kept + 1) > 0));

    assertThat(open(policy, delta(policy, left), closed))
        .isEqualTo(open(policy, delta(policy, times), closed));
  }

  private static List<Long> longStreaks(SessionPolicy policy, Random random) {
    List<Long> times = new ArrayList<>();
    long time = random.nextLong(-100, 100);
    for (int i = random.nextInt(100); i >= 0; i--) {
      times.add(time);
      time += random.nextBoolean() ? policy.gap() : random.nextLong(policy.gap() + 1);
      time += random.nextInt(50) == 0 ? 1 : 0;
    }
    return times;
  }

  @Property
  void anOpenSessionIsTheSameAfterClosedOnesAreDroppedAndMoreEventsCome(
      @ForAll("policies") SessionPolicy policy,
      @ForAll("times") List<Long> times,
      @ForAll("times") List<Long> more,
      @ForAll @LongRange(min = -150, max = 200) long closed) {
    List<Long> later = more.stream().filter(time -> !policy.isLate(time, closed)).toList();
    List<Long> all = new ArrayList<>(times);
    all.addAll(later);
    Delta dropped = delta(policy, times);

    dropped.dropClosed(closed);
    dropped.combine(delta(policy, later));

    assertThat(open(policy, dropped, closed)).isEqualTo(open(policy, delta(policy, all), closed));
  }

  @Test
  void aStreakThatIsClosedIsForgotten() {
    SessionPolicy policy = new SessionPolicy(10, 5, 1_000_000);
    Delta delta = delta(policy, List.of(100L, 105L, 200L));

    delta.dropClosed(policy.closesAt(105));

    assertThat(sessions(policy, delta)).containsExactly("200..200: 1");
  }

  @Property
  void aDeltaIsTheSameBytesForAnyCutAndOrder(
      @ForAll("policies") SessionPolicy policy,
      @ForAll("times") List<Long> times,
      @ForAll long seed) {
    List<Long> turned = new ArrayList<>(times);
    Collections.shuffle(turned, new Random(seed));
    int cut = turned.size() / 2;
    Delta parts = delta(policy, turned.subList(0, cut));
    Delta rest = delta(policy, turned.subList(cut, turned.size()));

    parts.combine(Delta.decode(rest.view(), new BinaryReader(bytes(rest))));

    assertThat(bytes(parts)).isEqualTo(bytes(delta(policy, times)));
  }

  private static byte[] bytes(Delta delta) {
    BinaryWriter out = new BinaryWriter();
    delta.encode(out);
    return out.toBytes();
  }

  private static Delta delta(SessionPolicy policy, List<Long> times) {
    Delta delta = new Delta(view(policy));
    for (long time : times) {
      long pane = policy.pane(time);
      delta.row(new Slot(pane, pane), GROUP).accumulate(List.of(List.of()), time, POSITION);
    }
    return delta;
  }

  private static View view(SessionPolicy policy) {
    View.Computed count =
        new View.Computed("n", Aggregates.named("count").orElseThrow(), List.of());
    return new View("visits", "1", List.of(), policy, List.of(count));
  }

  @Property
  void theStreaksOfARangeHoldEverySessionThatEndsInIt(
      @ForAll("policies") SessionPolicy policy,
      @ForAll("times") List<Long> times,
      @ForAll @LongRange(min = -160, max = 160) long from,
      @ForAll @LongRange(min = 0, max = 100) long length) {
    Delta delta = delta(policy, times);
    LongPredicate ends = last -> last >= from && last <= from + length;

    assertThat(sessions(delta, Streaks.of(delta, policy, from, from + length), ends))
        .isEqualTo(sessions(policy, delta, ends));
  }

  private static List<Streak> all(Delta delta, SessionPolicy policy) {
    return Streaks.of(delta, policy, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static List<String> open(SessionPolicy policy, Delta delta, long closed) {
    return sessions(policy, delta, last -> policy.closesAt(last) > closed);
  }

  private static List<String> sessions(SessionPolicy policy, Delta delta) {
    return sessions(policy, delta, last -> true);
  }

  private static List<String> sessions(SessionPolicy policy, Delta delta, LongPredicate last) {
    return sessions(delta, all(delta, policy), last);
  }

  private static List<String> sessions(Delta delta, List<Streak> streaks, LongPredicate last) {
    List<String> sessions = new ArrayList<>();
    for (Streak streak : streaks) {
      for (Session session : streak.sessions()) {
        if (last.test(session.last())) {
          Object count = Row.of(delta.view(), session.rows()).finish().get("n");
          sessions.add(session.first() + ".." + session.last() + ": " + count);
        }
      }
    }
    return sessions;
  }

  /** The sessions by the rule as it is told: where the next event is too far, or at a cut. */
  private static List<String> parted(SessionPolicy policy, List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    List<String> sessions = new ArrayList<>();
    long streak = sorted.get(0);
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      long last = sorted.get(i - 1);
      boolean isOver = i == sorted.size() || sorted.get(i) - last > policy.gap();
      if (isOver || isCut(streak, last, sorted.get(i), policy.longest() / 2)) {
        sessions.add(sorted.get(from) + ".." + last + ": " + (i - from));
        from = i;
      }
      if (isOver && i < sorted.size()) {
        streak = sorted.get(i);
      }
    }
    return sessions;
  }

  private static boolean isCut(long streak, long last, long next, long half) {
    for (long time = last + 1; time <= next; time++) {
      if (time % half == 0 && time - streak >= half) {
        return true;
      }
    }
    return false;
  }
}
