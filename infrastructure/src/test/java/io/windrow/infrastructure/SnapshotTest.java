package io.windrow.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One snapshot of each sample's templates, without what changes with every build. */
@NeedsNode
class SnapshotTest {
  private static final Path SNAPSHOTS = Path.of("src", "test", "resources", "snapshots");

  static List<String> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTemplatesOfASampleAreAsTheyWere(String sample) {
    Stacks stacks = Stacks.ofSample(sample);
    snapshot(sample + "-data").mustBe(normal(stacks.dataJson()));
    snapshot(sample + "-run").mustBe(normal(stacks.runJson()));
  }

  private static ExpectedFile snapshot(String stack) {
    return new ExpectedFile(SNAPSHOTS.resolve(stack + ".json"));
  }

  /** Assets and versions are named by the hash of their content. */
  private static String normal(JsonNode template) {
    return template
            .toPrettyString()
            .replaceAll("[0-9a-f]{64}\\.zip", "<asset>.zip")
            .replaceAll("CurrentVersion[0-9A-F]{8}[0-9a-f]{32}", "CurrentVersion<hash>")
        + "\n";
  }
}
