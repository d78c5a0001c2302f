package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.run.EmbeddedAwsExtension;
import io.windrow.local.run.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples, however their batches are cut and whatever befalls them. */
class SamplesEqualTheOracleTest {
  private static final int FEW_RECORDS = 10;
  private static final int MOST_LINES = 2_000;

  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"earthquakes", "ad-clicks", "shop-sessions"})
  void theExpectedFilesOfASampleAreTheOracles(String name) throws Exception {
    Sample sample = Sample.of(name);
    FinishedRun run = run(name, 1, 10_000, null);

    assertEqualsOracle(run);
    assertThat(sample.file("expected/results.jsonl"))
        .hasContent(String.join("\n", run.expectedResults()));
    assertThat(sample.file("expected/totals.json"))
        .hasContent(TotalsLine.of(new Outcome(run.expected().total(), 0, List.of(), false)));
  }

  @ParameterizedTest
  @CsvSource({
    "earthquakes, 1, 1",
    "earthquakes, 1, 7",
    "earthquakes, 4, 1",
    "earthquakes, 4, 7",
    "earthquakes, 4, 10000",
    "ad-clicks, 1, 1",
    "ad-clicks, 1, 7",
    "ad-clicks, 4, 1",
    "ad-clicks, 4, 7",
    "ad-clicks, 4, 10000",
    "shop-sessions, 1, 7",
    "shop-sessions, 4, 7",
    "shop-sessions, 4, 10000",
  })
  void finalsAndVerdictsAreTheOracles(String sample, int shards, int batch) throws Exception {
    FinishedRun run = run(sample, shards, batch, null);

    assertEqualsOracle(run);
    assertThat(run.outcome().redelivered()).isZero();
  }

  /** One shard of earthquakes is {@link ChaosChangesNothingTest}'s. */
  @ParameterizedTest
  @CsvSource({
    "0, earthquakes, 1, 1", "1, earthquakes, 4, 1",
    "2, earthquakes, 4, 7", "3, earthquakes, 4, 10000",
    "4, ad-clicks, 1, 7", "5, ad-clicks, 4, 7",
    "6, ad-clicks, 1, 10000", "7, ad-clicks, 4, 10000",
    "8, shop-sessions, 1, 7", "9, shop-sessions, 4, 100",
  })
  void finalsAndVerdictsAreTheOraclesUnderChaos(long seed, String sample, int shards, int batch)
      throws Exception {
    assertEqualsOracle(run(sample, shards, batch, seed));
  }

  private FinishedRun run(String name, int shards, int batch, @Nullable Long chaos)
      throws Exception {
    Sample sample = Sample.of(name);
    RunSettings settings = new RunSettings(shards, batch, chaos, (file, content) -> {});
    return FinishedRun.of(
        EMBEDDED.aws(), sample, input(sample, batch), settings, sample.partitionKey());
  }

  /** Small batches are many invocations: fewer records show as much. */
  private Path input(Sample sample, int batch) throws IOException {
    if (batch > FEW_RECORDS) {
      return sample.data();
    }
    try (Stream<String> lines = Files.lines(sample.data())) {
      return Files.write(directory.resolve("input.jsonl"), lines.limit(MOST_LINES).toList());
    }
  }

  private static void assertEqualsOracle(FinishedRun run) {
    assertThat(run.results()).isEqualTo(run.expectedResults()).isNotEmpty();
    assertThat(run.counts()).isEqualTo(run.expected().counts());
    assertThat(run.verdicts()).isEqualTo(run.expectedVerdicts()).isNotEmpty();
  }
}
