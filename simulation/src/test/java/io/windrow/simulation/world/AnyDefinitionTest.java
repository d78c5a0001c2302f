package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real fold, ledger and closing under drawn definitions, against the oracle. */
class AnyDefinitionTest {
  private static final int DEFINITIONS = 60;
  private static final Setting SETTING = Setting.STANDARD.with(DrawnDefinition::draw);
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  @AfterAll
  static void endThreads() {
    THREADS.shutdown();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 1_000_000})
  void anyDefinitionCountsAnyEventsOnceHoweverTheyAreCut(long firstSeed) {
    for (long seed = firstSeed; seed < firstSeed + DEFINITIONS; seed++) {
      World world = new World(seed, THREADS, SETTING);
      assertThatCode(
              () -> {
                world.run(1500);
                world.drain();
                world.verify();
              })
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
  }
}
