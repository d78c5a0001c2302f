package io.windrow.simulation.world;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SimulationTest {
  @Test
  void aSimulatedWorldAlwaysComesToWhatTheOracleSays() {
    ExecutorService threads = Executors.newCachedThreadPool();
    long steps = 0;
    for (long seed = 0; seed < 300; seed++) {
      try {
        World world = new World(seed, threads);
        world.run(3000);
        world.drain();
        world.verify();
        steps += world.steps();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    System.out.println(steps);
    threads.shutdown();
  }
}
