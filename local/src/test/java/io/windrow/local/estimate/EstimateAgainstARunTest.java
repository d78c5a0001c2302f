package io.windrow.local.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrow.definition.DefinitionReader;
import io.windrow.definition.Siblings;
import io.windrow.local.kinesis.PutRequest;
import io.windrow.local.run.EmbeddedAwsExtension;
import io.windrow.local.run.EmbeddedPipeline;
import io.windrow.local.run.RunListener;
import io.windrow.local.run.RunSettings;
import io.windrow.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an estimate says of write units, beside what DynamoDB took in a run of the same load. */
class EstimateAgainstARunTest {
  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  private static final Path SAMPLE = Path.of("..", "samples", "ad-clicks");

  /**
   * The sample's data: 100 events of some 250 bytes a second, for two minutes, of 100 campaigns.
   */
  private static final int RATE = 100;

  /** What the guide promises of estimates. */
  private static final double FACTOR = 1.5;

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void writeUnitsAreWithinTheStatedFactorOfThoseThatDynamoDbTook(int shards) throws Exception {
    Plan plan = Plan.of(new DefinitionReader(files()).read(), 1);
    List<String> lines = Files.readAllLines(SAMPLE.resolve("ad-clicks.jsonl"));
    double before = WrittenUnits.total();

    run(plan, lines, shards);

    double seconds = lines.size() / (double) RATE;
    Load load = new Load(RATE, 250, 100, new Capacity.Provisioned(shards));
    WriteUnits units = new WriteUnits(plan.definition(), load);
    // each commit is written a second time to expire, a day after the run has ended
    double estimated = seconds * (units.all() - units.ofCommits() / 2);
    assertThat(Math.log((WrittenUnits.total() - before) / estimated))
        .as("%.0f units taken, %.0f estimated", WrittenUnits.total() - before, estimated)
        .isCloseTo(0, within(Math.log(FACTOR)));
  }

  private static void run(Plan plan, List<String> lines, int shards) throws InterruptedException {
    RunSettings settings = new RunSettings(shards, RATE / shards, null, (name, content) -> {});
    try (EmbeddedPipeline pipeline =
        EmbeddedPipeline.start(EMBEDDED.aws(), plan, files(), settings, RunListener.NONE)) {
      lines.forEach(
          line -> pipeline.put(new PutRequest(line, line.getBytes(StandardCharsets.UTF_8))));
      pipeline.finishInput();
      while (!pipeline.isDrained()) {
        Thread.sleep(10);
      }
      pipeline.stop();
      pipeline.endEventTime();
    }
  }

  private static Siblings files() {
    return name -> {
      Path file = SAMPLE.resolve(name);
      try {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
