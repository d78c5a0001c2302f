package io.windrow.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.functions.SimulatedHandlers.HandlerCode;
import io.windrow.simulation.world.Setting;
import io.windrow.simulation.world.Simulation;
import io.windrow.simulation.world.Simulation.Summary;
import org.junit.jupiter.api.Test;

/** The simulation, with the handlers as Lambda calls them. */
class HandlersSimulationTest {
  private static final int STEPS_A_RUN = 3000;
  private static final long STEPS = 2_000_000;

  private final Simulation simulation =
      new Simulation(Setting.STANDARD.with(new HandlerCode()), STEPS_A_RUN);

  @Test
  void fromTheBytesOfEnvelopesToResultsTheHandlersComeToWhatTheOracleSays() {
    Summary summary = simulation.run(System.nanoTime(), progress -> progress.steps() < STEPS);

    System.out.println("with handlers: " + summary);
    assertThat(summary.failures()).as(() -> trace(summary)).isEmpty();
  }

  private String trace(Summary summary) {
    return summary.failures().stream()
        .findFirst()
        .map(run -> String.join("\n", simulation.shortestTrace(run.seed())))
        .orElse("");
  }
}
