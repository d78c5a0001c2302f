package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation can fail: without any one of the safeguards it does. */
class SafeguardsTest {
  private static final int STEPS_A_RUN = 1500;
  private static final long MOST_STEPS = 3_000_000;
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  @AfterAll
  static void endThreads() {
    THREADS.shutdown();
  }

  @ParameterizedTest
  @EnumSource
  void withoutASafeguardTheSimulationFindsAViolation(Safeguard safeguard) {
    Setting setting = Setting.STANDARD.with(safeguard::removedFrom);
    long steps = 0;
    boolean found = false;
    for (long seed = 0; !found && steps < MOST_STEPS; seed++) {
      try (World world = new World(seed, THREADS, setting)) {
        found = isViolated(world);
        steps += world.steps();
      }
    }
    System.out.printf(Locale.ROOT, "without %s: %,d steps%n", safeguard, steps);
    assertThat(found).as("%s is missed within %d steps", safeguard, steps).isTrue();
  }

  private static boolean isViolated(World world) {
    try {
      world.run(STEPS_A_RUN);
      world.drain();
      world.verify();
      return false;
    } catch (AssertionError | RuntimeException e) {
      return true;
    }
  }
}
