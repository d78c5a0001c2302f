package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.chaos.Fault;
import io.windrow.local.run.EmbeddedAwsExtension;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code run samples/earthquakes --chaos SEED}, seed by seed, beside the run without. */
class ChaosChangesNothingTest {
  private static final int SEEDS = 50;

  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  private final EnumMap<Fault, Long> met = new EnumMap<>(Fault.class);

  @Test
  @Timeout(600)
  void whateverTheSeedTheFilesAreThoseOfTheRunWithoutChaos() throws Exception {
    WrittenRun calm = run(10_000, null);
    assertThat(calm.quarantined()).hasSizeGreaterThan(calm.rejects().size());

    for (long seed = 0; seed < SEEDS; seed++) {
      int batch = seed % 2 == 0 ? 10_000 : 100;
      WrittenRun struck = run(batch, seed);
      assertThat(struck.totals()).as("totals, seed %d", seed).isEqualTo(calm.totals());
      assertThat(struck.results()).as("results, seed %d", seed).isEqualTo(calm.results());
      assertThat(struck).as("kept records, seed %d", seed).isEqualTo(calm);
    }
    assertThat(met).containsOnlyKeys(Fault.values());
    assertThat(met.get(Fault.SPLIT)).isGreaterThan(2 * SEEDS);
    assertThat(met.get(Fault.MERGE)).isGreaterThan(SEEDS);
  }

  private WrittenRun run(int batch, @Nullable Long chaos) throws InterruptedException {
    return WrittenRun.of(EMBEDDED.aws(), Sample.of("earthquakes"), batch, chaos, met);
  }
}
