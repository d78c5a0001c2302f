package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.chaos.Fault;
import io.windrow.local.run.EmbeddedAwsExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code run samples/earthquakes --chaos SEED}, seed by seed, beside the run without. {@code
 * -Dwindrow.chaos.seeds=50} takes more seeds.
 */
class ChaosChangesNothingTest {
  private static final long SEEDS = Long.getLong("windrow.chaos.seeds", 20);

  @RegisterExtension static final EmbeddedAwsExtension FIRST = new EmbeddedAwsExtension();
  @RegisterExtension static final EmbeddedAwsExtension SECOND = new EmbeddedAwsExtension();

  @TempDir private Path directory = Path.of("");

  private final EnumMap<Fault, Long> met = new EnumMap<>(Fault.class);

  @Test
  @Timeout(900)
  void whateverTheSeedTheFilesAreThoseOfTheRunWithoutChaos() throws Exception {
    WrittenRun calm = run(FIRST, 10_000, null);
    assertThat(calm.quarantined()).hasSizeGreaterThan(calm.rejects().size());

    ExecutorService lanes = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> even = lanes.submit(() -> everySecond(FIRST, 0, 10_000, calm));
      Future<Boolean> odd = lanes.submit(() -> everySecond(SECOND, 1, 100, calm));
      assertThat(even.get() && odd.get()).isTrue();
    } finally {
      lanes.shutdownNow();
    }

    assertThat(met).containsOnlyKeys(Fault.values());
    assertThat(met.get(Fault.SPLIT)).isGreaterThan(2 * SEEDS);
    assertThat(met.get(Fault.MERGE)).isGreaterThan(SEEDS);
  }

  /** Two runs at once, since a run under chaos mostly waits. */
  private boolean everySecond(EmbeddedAwsExtension aws, long from, int batch, WrittenRun calm)
      throws IOException, InterruptedException {
    for (long seed = from; seed < SEEDS; seed += 2) {
      WrittenRun struck = run(aws, batch, seed);
      assertThat(struck.totals()).as("totals, seed %d", seed).isEqualTo(calm.totals());
      assertThat(struck.results()).as("results, seed %d", seed).isEqualTo(calm.results());
      assertThat(struck).as("kept records, seed %d", seed).isEqualTo(calm);
    }
    return true;
  }

  private WrittenRun run(EmbeddedAwsExtension embedded, int batch, @Nullable Long chaos)
      throws IOException, InterruptedException {
    return WrittenRun.of(
        Files.createTempDirectory(directory, "run"),
        embedded.aws(),
        Sample.of("earthquakes"),
        batch,
        chaos,
        met);
  }
}
