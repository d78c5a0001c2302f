package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.simulation.world.Simulation.Summary;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SimulationTest {
  /** Seeds that have failed once, though what they draw may have changed since. */
  private static final long[] KEPT = {
    61,
    3_984_440_578_404L,
    3_984_440_578_713L,
    4_204_347_638_187L,
    4_080_862_971_243L,
    4_197_505_303_802L
  };

  private static final int STEPS_A_RUN = 3000;
  private static final long STEPS = Long.getLong("windrow.steps", 5_000_000);

  private final Simulation simulation = new Simulation(Setting.STANDARD, STEPS_A_RUN);

  @Test
  void seedsThatOnceFailedHold() {
    for (long seed : KEPT) {
      assertThat(simulation.run(seed).violation()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void fiveMillionStepsOverFreshSeedsComeToWhatTheOracleSays() {
    Summary summary = simulation.verify(STEPS);

    System.out.println(summary + ", faults " + new TreeMap<>(summary.met()));
    assertThat(summary.met()).as("faults that came to pass").containsOnlyKeys(Fault.values());
  }
}
