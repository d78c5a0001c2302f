package io.windrow.functions;

import io.windrow.functions.SimulatedHandlers.HandlerCode;
import io.windrow.simulation.world.Setting;
import io.windrow.simulation.world.Simulation;
import org.junit.jupiter.api.Test;

/** The simulation, with the handlers as Lambda calls them. */
class HandlersSimulationTest {
  private static final int STEPS_A_RUN = 3000;
  private static final long STEPS = Long.getLong("windrow.steps", 2_000_000);

  private final Simulation simulation =
      new Simulation(Setting.STANDARD.with(new HandlerCode()), STEPS_A_RUN);

  @Test
  void fromTheBytesOfEnvelopesToResultsTheHandlersComeToWhatTheOracleSays() {
    System.out.println("with handlers: " + simulation.verify(STEPS));
  }
}
