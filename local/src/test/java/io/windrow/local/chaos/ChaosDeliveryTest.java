package io.windrow.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.mapping.Delivery;
import io.windrow.local.mapping.LambdaFunction;
import io.windrow.local.mapping.ThrottledException;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChaosDeliveryTest {

  @Property
  void aBatchTakesAtLeastOneRecordAndNoMoreThanIsAllowed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 10_000) int atMost) {
    assertThat(delivery(seed).batch(atMost)).isBetween(1, atMost);
  }

  @Property
  void aCutLeavesRecordsOnBothSides(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 10_000) int records) {
    assertThat(delivery(seed).bisect(records)).isBetween(1, records - 1);
  }

  @Property
  void noTwoBatchesInARowAreDeliveredAgain(@ForAll long seed) {
    Delivery delivery = delivery(seed);
    int before = 0;
    for (int i = 0; i < 100; i++) {
      int again = delivery.rewind(10);
      assertThat(again).isBetween(0, before > 0 ? 0 : 10);
      before = again;
    }
  }

  @Property(tries = 200)
  void afterFourFaultsABatchIsLeftAlone(@ForAll long seed) throws Exception {
    Delivery delivery = delivery(seed);
    AtomicInteger calls = new AtomicInteger();
    LambdaFunction function = delivery.through((id, payload) -> counted(calls, payload));
    delivery.batch(100);

    int failed = 0;
    for (int i = 0; i < 50; i++) {
      failed += fails(function) ? 1 : 0;
    }

    assertThat(failed).isLessThanOrEqualTo(4);
    assertThat(calls.get()).isBetween(50 - 4, 50 + 4);
  }

  @Test
  void everyKindOfFaultOccurs() throws Exception {
    Set<Seen> seen = EnumSet.noneOf(Seen.class);
    for (long seed = 0; seed < 60; seed++) {
      Delivery delivery = delivery(seed);
      AtomicInteger calls = new AtomicInteger();
      LambdaFunction function = delivery.through((id, payload) -> counted(calls, payload));
      for (int i = 0; i < 10; i++) {
        delivery.batch(100);
        int before = calls.get();
        seen.add(Seen.of(fails(function), calls.get() - before));
      }
    }

    assertThat(seen).containsExactlyInAnyOrder(Seen.values());
  }

  /** What a caller and the function see of a fault. */
  private enum Seen {
    ANSWERED,
    ANSWERED_AND_CALLED_TWICE,
    FAILED_AND_NOT_CALLED,
    FAILED_AND_CALLED;

    static Seen of(boolean failed, int calls) {
      if (failed) {
        return calls == 0 ? FAILED_AND_NOT_CALLED : FAILED_AND_CALLED;
      }
      return calls == 1 ? ANSWERED : ANSWERED_AND_CALLED_TWICE;
    }
  }

  private static byte[] counted(AtomicInteger calls, byte[] payload) {
    calls.incrementAndGet();
    return payload;
  }

  private static boolean fails(LambdaFunction function) throws Exception {
    try {
      return function.invoke("id", new byte[] {1}).length == 0;
    } catch (KilledError | ThrottledException e) {
      return true;
    }
  }

  private static Delivery delivery(long seed) {
    return new ChaosDelivery(new Random(seed));
  }
}
