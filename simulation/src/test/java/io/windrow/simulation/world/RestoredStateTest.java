package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.ledger.Frontiers;
import io.windrow.ledger.Ledger;
import io.windrow.ledger.Loss.Cause;
import io.windrow.ledger.Ports;
import io.windrow.ledger.Results;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Runs;
import io.windrow.ledger.Settler;
import io.windrow.ledger.Source;
import io.windrow.record.Batch;
import io.windrow.view.Result;
import io.windrow.window.Watermark;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state table that was restored to a point in time, and a stream that was made anew. */
class RestoredStateTest {
  private static final long MINUTE = 60_000;

  private final ByHand pipeline = identified();

  private static ByHand identified() {
    ByHand pipeline = new ByHand(new RunBounds(3));
    pipeline.stream().identify("stream 1");
    pipeline.state().frontiers().identify("table 1");
    return pipeline;
  }

  private void commit(ByHand to, Batch batch) {
    to.committer(to.ports()).commit(batch, "token of " + batch.records(), to.now());
  }

  private void settleALittleLater() {
    pipeline.pass(MINUTE);
    pipeline.stream().advanceTo(pipeline.now());
    pipeline.settle();
  }

  private List<String> results() {
    return pipeline.state().results().byId().values().stream()
        .map(
            result ->
                "%d: %s%s"
                    .formatted(
                        result.windowStart() / 1000, n(result), result.incomplete() ? "?" : ""))
        .toList();
  }

  private static long n(Result result) {
    return (Long) Objects.requireNonNull(result.values().get("n"));
  }

  @Test
  void windowsSayIncompleteUntilAllIsReadThatCameBeforeARestoreWasNoticed() {
    Batch first = pipeline.batch("A", 1, 2);
    pipeline.batch("A", 3, 12); // in the table when it was copied no more
    Batch third = pipeline.batch("A", 14, 25);
    commit(pipeline, first);
    pipeline.settle();
    assertThat(pipeline.state().frontiers().read().loss().isOpen()).isFalse();

    pipeline.state().frontiers().identify("table 2");
    assertThat(pipeline.settle().frontier().loss().causes()).containsExactly(Cause.STATE_REPLACED);
    pipeline.committer(pipeline.ports()).commit(third, "third", pipeline.now());
    settleALittleLater();
    settleALittleLater();
    assertThat(pipeline.state().frontiers().read().loss().isOpen()).isFalse();
    commit(pipeline, pipeline.batch("A", 35, 55));
    settleALittleLater();

    assertThat(results()).containsExactly("0: 2?", "10: 1?", "20: 1?", "30: 1");
  }

  @Test
  void aMappingThatReadsAllAnewLosesNothing() {
    Batch first = pipeline.batch("A", 1, 2);
    Batch second = pipeline.batch("A", 3, 12);
    Batch third = pipeline.batch("A", 14, 25);
    commit(pipeline, first);
    pipeline.settle();
    pipeline.state().frontiers().identify("table 2");

    List.of(first, second, third).forEach(batch -> commit(pipeline, batch));
    assertThat(pipeline.settle().frontier().loss().causes()).containsExactly(Cause.STATE_REPLACED);
    pipeline.drain();

    assertThat(pipeline.counted()).isEqualTo(6);
  }

  /** What was read of the former table's chains is of other entries than these have. */
  @Test
  void aSettlerThatHasReadTheFormerTableReadsAnew() {
    ByHand former = identified();
    Batch batch = former.batch("A", 1, 2, 3);
    commit(former, batch);
    ByHand[] now = {former};
    Settler settler = former.settler(switching(() -> now[0]));
    commit(former, former.batch("A", 14));
    former.settle(settler);
    commit(former, former.batch("A", 15, 16, 17));
    commit(former, former.batch("A", 21));
    former.settle(settler);

    commit(pipeline, pipeline.batch("A", 1, 2, 3));
    commit(pipeline, pipeline.batch("A", 14));
    pipeline.settle();
    now[0] = pipeline;
    pipeline.state().frontiers().identify("table 2");
    pipeline.settle(settler);
    commit(pipeline, pipeline.batch("A", 15));
    commit(pipeline, pipeline.batch("A", 31));
    pipeline.settle(settler);

    assertThat(results()).containsExactly("0: 3", "10: 2?");
  }

  private static Ports switching(Supplier<ByHand> now) {
    Ports ports = now.get().ports();
    return ports
        .with(port(Ledger.class, () -> now.get().ports().ledger()))
        .with(port(Frontiers.class, () -> now.get().ports().frontiers()))
        .with(port(Runs.class, () -> now.get().ports().runs()))
        .with(port(Results.class, () -> now.get().ports().results()))
        .with(port(Source.class, () -> now.get().ports().source()));
  }

  private static <T> T port(Class<T> type, Supplier<T> now) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> method.invoke(now.get(), arguments)));
  }

  @Test
  void aStreamThatIsMadeAnewGoesOnInItsChainsAndOpenWindowsSayIncomplete() {
    commit(pipeline, pipeline.batch("A", 1, 2));
    pipeline.settle();
    pipeline.batch("A", 3); // never read
    pipeline.stream().makeAnew("stream 2");
    commit(pipeline, pipeline.batch("A", 14));

    assertThat(pipeline.settle().frontier().loss().causes()).containsExactly(Cause.STREAM_REPLACED);
    settleALittleLater();
    assertThat(pipeline.state().frontiers().read().incompleteBefore()).isEqualTo(14_001);
    commit(pipeline, pipeline.batch("A", 25, 35));
    settleALittleLater();

    assertThat(results()).containsExactly("0: 2?", "10: 1?", "20: 1");
  }

  @Test
  void whatAStateBelongsToIsNoLossWhenItIsFirstKnown() {
    commit(pipeline, pipeline.batch("A", 1));
    pipeline.settle();
    pipeline.settle();

    assertThat(pipeline.state().frontiers().read().incompleteBefore()).isEqualTo(Watermark.NONE);
  }

  /**
   * The truth is that a window holds every event that was put. A result that does not say so is
   * incomplete; one that is of later times than what came before the loss was noticed never is.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aResultThatDoesNotSayIncompleteHoldsAllThatWasPut(boolean readsAnew) {
    for (int seed = 0; seed < 200; seed++) {
      Course course = new Course(new Random(seed), readsAnew);
      course.run();
      course.compare(seed);
    }
  }

  /** Batches in two shards, of which some are skipped as the table is restored. */
  private static final class Course {
    private final ByHand pipeline = identified();
    private final Map<Long, Long> truth = new TreeMap<>();
    private final Map<String, List<Batch>> batches = new TreeMap<>();
    private final Random random;
    private final boolean readsAnew;
    private long second;

    Course(Random random, boolean readsAnew) {
      this.random = random;
      this.readsAnew = readsAnew;
    }

    void run() {
      putSome("A");
      putSome("B");
      commitFrom("A", 0, 1 + random.nextInt(3));
      commitFrom("B", 0, 1 + random.nextInt(3));
      settle();
      pipeline.state().frontiers().identify("table 2");
      for (String shard : List.of("A", "B")) {
        commitFrom(shard, readsAnew ? 0 : 3 + random.nextInt(3), 8);
        settle();
      }
      settle();
      settle();
      int before = batches("A").size();
      putSome("A");
      commitFrom("A", before, before + 8);
      settle();
      pipeline.drain();
    }

    private void putSome(String shard) {
      List<Batch> all = batches(shard);
      for (int i = 0; i < 8; i++) {
        second += 2 + random.nextInt(7);
        all.add(pipeline.batch(shard, second, second + 1));
        truth.merge(second / 10, 1L, Long::sum);
        truth.merge((second + 1) / 10, 1L, Long::sum);
      }
      second += 10;
    }

    private List<Batch> batches(String shard) {
      return batches.computeIfAbsent(shard, any -> new ArrayList<>());
    }

    private void commitFrom(String shard, int from, int to) {
      for (Batch batch : batches(shard).subList(from, to)) {
        pipeline
            .committer(pipeline.ports())
            .commit(batch, "token of " + batch.records(), pipeline.now());
        if (random.nextInt(4) == 0) {
          settle();
        }
      }
    }

    private void settle() {
      pipeline.pass(random.nextLong(MINUTE));
      pipeline.stream().advanceTo(pipeline.now());
      pipeline.settle();
    }

    void compare(int seed) {
      Map<String, Result> results = pipeline.state().results().byId();
      for (Result result : results.values()) {
        long all = truth.getOrDefault(result.windowStart() / 10_000, 0L);
        if (!result.incomplete() || readsAnew) {
          assertThat(n(result)).as("seed %d: %s", seed, result).isEqualTo(all);
        }
      }
      assertThat(results.values()).as("seed %d", seed).anyMatch(result -> !result.incomplete());
      if (!readsAnew) {
        assertThat(results.values()).as("seed %d", seed).anyMatch(Result::incomplete);
      }
    }
  }
}
