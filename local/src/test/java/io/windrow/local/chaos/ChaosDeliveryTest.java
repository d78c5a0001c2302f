package io.windrow.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.mapping.Delivery;
import io.windrow.local.mapping.LambdaFunction;
import io.windrow.local.mapping.ThrottledException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChaosDeliveryTest {
  private final Twins twins = new Twins();
  private final List<Fault> struck = new CopyOnWriteArrayList<>();

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
  void everyKindOfFaultOccursAndIsTold() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    for (long seed = 0; seed < 60; seed++) {
      Delivery delivery = delivery(seed);
      LambdaFunction function = delivery.through((id, payload) -> counted(calls, payload));
      for (int i = 0; i < 10; i++) {
        delivery.batch(100);
        boolean unused = fails(function);
      }
    }

    assertThat(struck).contains(Fault.KILL, Fault.THROTTLE, Fault.REPEAT, Fault.TWIN, Fault.DELAY);
    assertThat(calls.get()).isBetween(600 - struck.size(), 600 + struck.size());
  }

  @Test
  void aTwinRunsBesideItsInvocation() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    LambdaFunction waits =
        (id, payload) -> {
          both.countDown();
          assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
          return payload;
        };
    try (Twins twins = new Twins()) {
      LambdaFunction function =
          new ChaosFunction(waits, () -> Misfortune.TWINNED, new Random(1), twins, struck::add);

      assertThat(function.invoke("id", new byte[] {1})).containsExactly(1);
    }
    assertThat(struck).containsExactly(Fault.TWIN);
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

  private Delivery delivery(long seed) {
    return new ChaosDelivery(new Random(seed), twins, struck::add);
  }
}
