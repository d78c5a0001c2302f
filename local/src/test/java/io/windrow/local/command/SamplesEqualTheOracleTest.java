package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.local.run.EmbeddedAwsExtension;
import io.windrow.local.run.RunSettings;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both samples, however their batches are cut and whatever befalls them. */
class SamplesEqualTheOracleTest {
  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  @ParameterizedTest
  @ValueSource(strings = {"earthquakes", "ad-clicks"})
  void theExpectedFilesOfASampleAreTheOracles(String name) throws Exception {
    Sample sample = Sample.of(name);
    FinishedRun run = run(name, 1, 10_000, null);

    assertThat(sample.file("expected/results.jsonl"))
        .hasContent(String.join("\n", run.expectedResults()));
    assertThat(sample.file("expected/totals.json"))
        .hasContent(TotalsLine.of(run.expected().total(), 0));
  }

  /** A run under chaos; the seed is its place in the list. */
  record Faulty(long seed, String sample, int shards, int batch) {}

  @ParameterizedTest
  @CsvSource({
    "earthquakes, 1, 1", "earthquakes, 1, 7", "earthquakes, 1, 10000",
    "earthquakes, 4, 1", "earthquakes, 4, 7", "earthquakes, 4, 10000",
    "ad-clicks, 1, 1", "ad-clicks, 1, 7", "ad-clicks, 1, 10000",
    "ad-clicks, 4, 1", "ad-clicks, 4, 7", "ad-clicks, 4, 10000",
  })
  void finalsAndVerdictsAreTheOracles(String sample, int shards, int batch) throws Exception {
    FinishedRun run = run(sample, shards, batch, null);

    assertEqualsOracle(run);
    assertThat(run.outcome().redelivered()).isZero();
  }

  @ParameterizedTest
  @MethodSource
  void finalsAndVerdictsAreTheOraclesUnderChaos(Faulty faulty) throws Exception {
    assertEqualsOracle(run(faulty.sample, faulty.shards, faulty.batch, faulty.seed));
  }

  static Stream<Faulty> finalsAndVerdictsAreTheOraclesUnderChaos() {
    List<Faulty> kinds =
        List.of(
            new Faulty(0, "earthquakes", 1, 1),
            new Faulty(0, "earthquakes", 4, 1),
            new Faulty(0, "earthquakes", 1, 7),
            new Faulty(0, "earthquakes", 4, 7),
            new Faulty(0, "earthquakes", 1, 10_000),
            new Faulty(0, "earthquakes", 4, 10_000),
            new Faulty(0, "ad-clicks", 1, 7),
            new Faulty(0, "ad-clicks", 4, 7),
            new Faulty(0, "ad-clicks", 1, 10_000),
            new Faulty(0, "ad-clicks", 4, 10_000));
    return IntStream.range(0, 20)
        .mapToObj(
            seed -> {
              Faulty kind = kinds.get(seed % kinds.size());
              return new Faulty(seed, kind.sample, kind.shards, kind.batch);
            });
  }

  private static FinishedRun run(String name, int shards, int batch, @Nullable Long chaos)
      throws InterruptedException {
    Sample sample = Sample.of(name);
    RunSettings settings = new RunSettings(shards, batch, chaos, (file, content) -> {});
    return FinishedRun.of(EMBEDDED.aws(), sample, sample.data(), settings, sample.partitionKey());
  }

  private static void assertEqualsOracle(FinishedRun run) {
    assertThat(run.results()).isEqualTo(run.expectedResults()).isNotEmpty();
    assertThat(run.counts()).isEqualTo(run.expected().counts());
    assertThat(run.verdicts()).isEqualTo(run.expectedVerdicts()).isNotEmpty();
  }
}
