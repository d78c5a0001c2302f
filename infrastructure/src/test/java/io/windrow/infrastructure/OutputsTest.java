package io.windrow.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.assertions.Match;

/** What the stacks name for people and their commands, and how results are kept. */
@NeedsNode
class OutputsTest {
  private final Stacks stacks = Stacks.ofSample("earthquakes");

  @Test
  void eachStackNamesWhatCommandsAskFor() {
    assertThat(named(stacks.dataJson()))
        .contains("StreamName", "StateTable", "ResultsTable", "QuarantineBucket");
    assertThat(named(stacks.runJson()))
        .contains("Dashboard", "AlarmTopic", "Mapping", "ProcessFunction", "SettleFunction");
  }

  private static List<String> named(JsonNode template) {
    List<String> names = new ArrayList<>();
    template.path("Outputs").fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void theResultsOfAWindowStandTogetherInAnIndex() {
    stacks
        .data()
        .hasResourceProperties(
            "AWS::DynamoDB::Table",
            Map.of(
                "GlobalSecondaryIndexes",
                List.of(
                    Match.objectLike(
                        Map.of(
                            "IndexName",
                            "by-window",
                            "KeySchema",
                            List.of(
                                Map.of("AttributeName", "view-part", "KeyType", "HASH"),
                                Map.of("AttributeName", "window-group", "KeyType", "RANGE")),
                            "Projection",
                            Map.of("ProjectionType", "ALL")))),
                "TimeToLiveSpecification",
                Map.of("AttributeName", "expires-at", "Enabled", true)));
  }

  @Test
  void anOwnerMaySpareTheIndexAndLetResultsVanish() {
    Stacks spared =
        Stacks.of(
            Stacks.SAMPLES.resolve("ad-clicks"),
            app -> props -> props.withoutResultsIndex().resultsTimeToLive(Duration.days(90)));
    spared
        .data()
        .allResourcesProperties(
            "AWS::DynamoDB::Table", Map.of("GlobalSecondaryIndexes", Match.absent()));
    assertThat(spared.runJson().findValuesAsText("WINDROW_RESULTS_SECONDS"))
        .isNotEmpty()
        .containsOnly(Integer.toString(90 * 24 * 3600));
  }
}
