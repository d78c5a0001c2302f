package io.windrow.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Runs worlds, one seed after the other, and says what they came to. */
public final class Simulation {
  private Simulation() {}

  /** What a run came to. */
  public record Run(long seed, long steps, Optional<String> violation) {}

  /** What many runs came to. */
  public record Summary(long runs, long steps, List<Run> failures) {
    public Summary {
      failures = List.copyOf(failures);
    }

    private Summary plus(Run run) {
      List<Run> failed = new ArrayList<>(failures);
      run.violation().ifPresent(violation -> failed.add(run));
      return new Summary(runs + 1, steps + run.steps(), failed);
    }

    @Override
    public String toString() {
      return "runs %d, steps %d, violations %d".formatted(runs, steps, failures.size());
    }
  }

  /** Runs one seed: so many steps with faults, then to rest without, then against the oracle. */
  public static Run run(long seed, long steps) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      return run(seed, steps, threads);
    } finally {
      threads.shutdown();
    }
  }

  /**
   * Runs seed after seed.
   *
   * @param stepsARun with faults; coming to rest takes more
   * @param goOn asked after each run
   */
  public static Summary run(long firstSeed, long stepsARun, Predicate<Summary> goOn) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Summary summary = new Summary(0, 0, List.of());
      for (long seed = firstSeed; goOn.test(summary); seed++) {
        summary = summary.plus(run(seed, stepsARun, threads));
      }
      return summary;
    } finally {
      threads.shutdown();
    }
  }

  /**
   * The shortest trace of a failing seed that a search by halves finds.
   *
   * @param steps with which the seed failed
   */
  public static List<String> shortestTrace(long seed, long steps) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      long failing = steps;
      for (long cut = steps / 2; cut > 0; cut /= 2) {
        while (failing > cut && run(seed, failing - cut, threads).violation().isPresent()) {
          failing -= cut;
        }
      }
      Trace trace = Trace.kept();
      try (World world =
          new World(seed, threads, Scenario::drawn, (ports, views) -> ports, trace)) {
        trace.note("result", violation(world, failing).orElse("no violation"), "");
      }
      return trace.lines();
    } finally {
      threads.shutdown();
    }
  }

  private static Run run(long seed, long steps, ExecutorService threads) {
    try (World world = new World(seed, threads)) {
      Optional<String> violation = violation(world, steps);
      return new Run(seed, world.steps(), violation);
    }
  }

  private static Optional<String> violation(World world, long steps) {
    try {
      world.run(steps);
      world.drain();
      world.verify();
      return Optional.empty();
    } catch (AssertionError violation) {
      return Optional.of(String.valueOf(violation.getMessage()));
    }
  }
}
