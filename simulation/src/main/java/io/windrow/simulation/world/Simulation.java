package io.windrow.simulation.world;

import io.windrow.simulation.oracle.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs worlds, one seed after the other, and says what they came to. */
public final class Simulation {
  private final Setting setting;
  private final long stepsARun;

  /**
   * A simulation.
   *
   * @param stepsARun with faults; coming to rest takes more
   */
  public Simulation(Setting setting, long stepsARun) {
    this.setting = setting;
    this.stepsARun = stepsARun;
  }

  /** What a run came to. */
  public record Run(long seed, long steps, Map<Fault, Long> met, Optional<String> violation) {
    public Run {
      met = Map.copyOf(met);
    }
  }

  /** What many runs came to. */
  public record Summary(long runs, long steps, Map<Fault, Long> met, List<Run> failures) {
    public Summary {
      met = Map.copyOf(met);
      failures = List.copyOf(failures);
    }

    private Summary plus(Run run) {
      List<Run> failed = new ArrayList<>(failures);
      run.violation().ifPresent(violation -> failed.add(run));
      Map<Fault, Long> all = new EnumMap<>(Fault.class);
      all.putAll(met);
      run.met().forEach((fault, times) -> all.merge(fault, times, Long::sum));
      return new Summary(runs + 1, steps + run.steps(), all, failed);
    }

    @Override
    public String toString() {
      return "runs %d, steps %d, violations %d".formatted(runs, steps, failures.size());
    }
  }

  /** Runs one seed: so many steps with faults, then to rest without, then against the oracle. */
  public Run run(long seed) {
    return withThreads(threads -> run(seed, stepsARun, threads));
  }

  /**
   * Runs seed after seed.
   *
   * @param goOn asked before each run
   */
  public Summary run(long firstSeed, Predicate<Summary> goOn) {
    return withThreads(
        threads -> {
          Summary summary = new Summary(0, 0, Map.of(), List.of());
          for (long seed = firstSeed; goOn.test(summary); seed++) {
            summary = summary.plus(run(seed, stepsARun, threads));
          }
          return summary;
        });
  }

  /**
   * Runs fresh seeds, or those from {@link Seeds#first} on, for so many steps.
   *
   * @throws Violation with the shortest trace of the first that fails, and how to have it again
   */
  public Summary verify(long steps) {
    Summary summary =
        run(Seeds.first(), soFar -> soFar.steps() < steps && soFar.failures().isEmpty());
    for (Run failed : summary.failures()) {
      List<String> lines = new ArrayList<>(shortestTrace(failed.seed()));
      lines.add(failed.violation().orElse("") + "; " + Seeds.again(failed.seed()));
      throw new Violation(String.join("\n", lines));
    }
    return summary;
  }

  /** The shortest trace of a failing seed that a search by halves finds. */
  public List<String> shortestTrace(long seed) {
    return withThreads(
        threads -> {
          long failing = stepsARun;
          for (long cut = failing / 2; cut > 0; cut /= 2) {
            while (failing > cut && run(seed, failing - cut, threads).violation().isPresent()) {
              failing -= cut;
            }
          }
          return trace(seed, failing, threads);
        });
  }

  private List<String> trace(long seed, long steps, ExecutorService threads) {
    Trace trace = Trace.kept();
    try (World world = new World(seed, threads, setting, trace)) {
      trace.note("result", violation(world, steps).orElse("no violation"), "");
    }
    return trace.lines();
  }

  private Run run(long seed, long steps, ExecutorService threads) {
    try (World world = new World(seed, threads, setting)) {
      Optional<String> violation = violation(world, steps);
      return new Run(seed, world.steps(), world.met(), violation);
    }
  }

  private static <T> T withThreads(Function<ExecutorService, T> call) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      return call.apply(threads);
    } finally {
      threads.shutdown();
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
