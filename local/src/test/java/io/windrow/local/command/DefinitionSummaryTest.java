package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tumbling: 7d                             | tumbling 7d from Thursday, grace 1m",
        "tumbling: 1w                             | tumbling 7d from Monday, grace 1m",
        "hopping: 4w, slide: 7d, start: sunday    | hopping 28d every 7d from Sunday, grace 1m",
        "tumbling: 7d, zone: UTC, start: saturday | tumbling 7d from Saturday in UTC, grace 1m",
        "tumbling: 1d, zone: Europe/Berlin        | tumbling 1d in Europe/Berlin, grace 1m",
        "hopping: 3mo, slide: 1mo                 | hopping 3mo every 1mo, grace 1m",
        "tumbling: 1w, offset: 6h                 | tumbling 7d from Monday, offset 6h, grace 1m",
        "tumbling: 1h, offset: 15m                | tumbling 1h, offset 15m, grace 1m",
      })
  void aWindowSaysWhereItStarts(String window, String said) throws IOException {
    copySampleWith("tumbling: 10s", window);

    assertThat(summary(directory))
        .contains("  view views-per-campaign by campaign_id, " + said + ": views");
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
