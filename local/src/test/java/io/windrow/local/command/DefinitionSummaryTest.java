package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionSummaryTest {
  private static final Path SAMPLE = Path.of("..", "samples", "ad-clicks");

  @TempDir private Path directory = Path.of("");

  @Test
  void anEnrichmentFromAFileNamesTheFile() {
    assertThat(summary(SAMPLE))
        .containsSubsequence(
            "pipeline ad-clicks reads stream ad-clicks; 0 clean, 0 rules, 1 enrichments",
            "  enrichment ads has its rows from the file ads.csv",
            "  view views-per-campaign by campaign_id, tumbling 10s, grace 1m: views");
  }

  @Test
  void aMistypedTableShowsAsATableOfDynamoDb() throws IOException {
    copySampleWith("table: ads", "table: adds");

    assertThat(summary(directory))
        .contains("  enrichment adds has its rows from the DynamoDB table adds");
  }

  @Test
  void aTableOfDynamoDbIsCalledByItsNameInTheAccount() throws IOException {
    copySampleWith("table: ads", "table: ads, dynamodb: ads-of-2026");

    assertThat(summary(directory))
        .contains("  enrichment ads has its rows from the DynamoDB table ads-of-2026");
  }

  private static String[] summary(Path pipeline) {
    return DefinitionSummary.of(new PipelineDirectory(pipeline).plan().definition()).split("\n");
  }

  private void copySampleWith(String found, String replacement) throws IOException {
    for (String file : new String[] {"ads.csv", "ad-click.schema.json"}) {
      Files.copy(SAMPLE.resolve(file), directory.resolve(file));
    }
    String definition = Files.readString(SAMPLE.resolve("pipeline.yaml"));
    Files.writeString(directory.resolve("pipeline.yaml"), definition.replace(found, replacement));
  }
}
