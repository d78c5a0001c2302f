package io.windrow.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.simulation.world.Simulation.Summary;
import org.junit.jupiter.api.Test;

/** Windows of seconds beside windows of days: runs leave out what is closed for each. */
class MixedLengthsTest {
  private static final int STEPS_A_RUN = 3000;
  private static final long STEPS = 1_000_000;

  @Test
  void aMillionStepsOverFreshSeedsComeToWhatTheOracleSays() {
    Simulation simulation =
        new Simulation(Setting.STANDARD.with(Scenario::ofMixedLengths), STEPS_A_RUN);

    Summary summary = simulation.verify(STEPS);

    assertThat(summary.steps()).isGreaterThanOrEqualTo(STEPS);
  }
}
