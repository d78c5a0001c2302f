package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulationTest {
  /** Seeds that have failed once, though what they draw may have changed since. */
  private static final long[] KEPT = {61};

  private static final int STEPS_A_RUN = 3000;
  private static final long STEPS = 5_000_000;

  @Test
  void seedsThatOnceFailedHold() {
    for (long seed : KEPT) {
      assertThat(Simulation.run(seed, STEPS_A_RUN).violation()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void fiveMillionStepsOverFreshSeedsComeToWhatTheOracleSays() {
    Simulation.Summary summary =
        Simulation.run(System.nanoTime(), STEPS_A_RUN, progress -> progress.steps() < STEPS);

    System.out.println(summary);
    assertThat(summary.failures()).as(() -> trace(summary)).isEmpty();
  }

  private static String trace(Simulation.Summary summary) {
    return summary.failures().stream()
        .findFirst()
        .map(run -> String.join("\n", Simulation.shortestTrace(run.seed(), STEPS_A_RUN)))
        .orElse("");
  }
}
