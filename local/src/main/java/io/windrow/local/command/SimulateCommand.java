package io.windrow.local.command;

import io.windrow.local.display.Console;
import io.windrow.local.display.Terminal;
import io.windrow.simulation.world.Setting;
import io.windrow.simulation.world.Simulation;
import io.windrow.simulation.world.Simulation.Run;
import io.windrow.simulation.world.Simulation.Summary;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code windrow simulate}: the state protocol under faults, seed after seed. */
@Command(
    name = "simulate",
    description =
        "Runs the state protocol in a simulated AWS full of faults, and compares what comes out with the oracle. A seed that fails is printed with its trace, and the exit code is 1.",
    footerHeading = "%nExamples:%n",
    footer = {"  windrow simulate --minutes 5", "  windrow simulate --seed 61"})
final class SimulateCommand implements Callable<Integer> {
  private static final int STEPS_A_RUN = 3000;
  private static final long PROGRESS_EVERY = Duration.ofSeconds(1).toNanos();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "1",
      description = "For how many minutes, 1 at least (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description = "The first seed (default: one that was never used).")
  private @Nullable Long seed;

  private final Console out = Console.of(System.out);
  private final Simulation simulation = new Simulation(Setting.STANDARD, STEPS_A_RUN);

  @Override
  public Integer call() {
    OptionBounds.atLeast(1, "--minutes", minutes);
    long began = System.nanoTime();
    Progress progress = new Progress(Terminal.find(System.getenv()).isPresent());
    Summary summary =
        simulation.run(
            seed == null ? System.nanoTime() : seed,
            soFar -> {
              progress.show(soFar);
              return soFar.failures().isEmpty() && System.nanoTime() - began < minutes * MINUTE;
            });
    progress.clear();
    summary.failures().forEach(this::explain);
    out.println(summary);
    return summary.failures().isEmpty() ? 0 : 1;
  }

  private void explain(Run failed) {
    simulation.shortestTrace(failed.seed()).forEach(out::println);
    out.println("seed " + failed.seed() + ": " + failed.violation().orElse(""));
  }

  /** A line in a terminal that says how far it has come. */
  private final class Progress {
    private final boolean shown;
    private long last = System.nanoTime();

    Progress(boolean shown) {
      this.shown = shown;
    }

    void show(Summary soFar) {
      if (shown && System.nanoTime() - last > PROGRESS_EVERY) {
        last = System.nanoTime();
        out.draw("\r" + soFar);
      }
    }

    void clear() {
      if (shown) {
        out.draw("\r\u001b[K");
      }
    }
  }
}
