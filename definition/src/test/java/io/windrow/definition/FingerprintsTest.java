package io.windrow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {
  private static final String TWO_VIEWS =
      AdClicks.YAML.replace(
          "alerts:",
          """
            - { name: all, window: { tumbling: 1m }, compute: { views: count() } }
          alerts:""");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          event.country.upperAscii() | event.country.lowerAscii()
          event.price >= 0.0         | event.price >= 0.5
          == 'view'                  | == 'click'
          missing: quarantine        | missing: keep
          ahead: 1m                  | ahead: 2m
          behind: 10m                | behind: 11m
          by: [campaign_id]          | by: [ad_id]
          tumbling: 10s              | tumbling: 20s
          grace: 60s                 | grace: 61s
          sum(price)                 | mean(price)
          """)
  void aViewIsAnotherOneWhenAnythingChangesThatItCounts(String from, String to) {
    assertThat(fingerprint("views-per-campaign", TWO_VIEWS.replace(from, to)))
        .isNotEqualTo(fingerprint("views-per-campaign", TWO_VIEWS))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void aViewIsAnotherOneWhenItsSessionsAreCutElsewhere() {
    String sessions = AdClicks.YAML.replace("tumbling: 10s", "session: 10s, longest: 2h");

    assertThat(fingerprint("views-per-campaign", sessions))
        .isNotEqualTo(fingerprint("views-per-campaign", sessions.replace("2h", "3h")))
        .isNotEqualTo(fingerprint("views-per-campaign", sessions.replace("10s", "11s")))
        .isNotEqualTo(fingerprint("views-per-campaign", AdClicks.YAML));
  }

  @Test
  void aViewStaysTheSameWhenAnotherChanges() {
    assertThat(fingerprint("all", TWO_VIEWS.replace("tumbling: 10s", "tumbling: 20s")))
        .isEqualTo(fingerprint("all", TWO_VIEWS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kinesis: ad-clicks         | kinesis: other
          name: ad-clicks            | name: other
          start: earliest            | start: latest
          result.views > 10000       | result.views > 5
          by: [campaign_id]          | by: [ campaign_id ]
          grace: 60s                 | grace: 1m
          """)
  void aViewStaysTheSameWhenOnlyItsSurroundingsChange(String from, String to) {
    assertThat(fingerprint("views-per-campaign", TWO_VIEWS.replace(from, to)))
        .isEqualTo(fingerprint("views-per-campaign", TWO_VIEWS));
  }

  @Test
  void theOrderOfTheKeysOfAContractDoesNotMatter() {
    String plain = "{ \"type\": \"object\", \"properties\": {\"t\": { \"type\": \"integer\" } } }";
    String turned = "{ \"properties\": {\"t\": { \"type\": \"integer\" } }, \"type\": \"object\" }";

    assertThat(ofContract(turned)).isEqualTo(ofContract(plain));
  }

  private static String ofContract(String contract) {
    String yaml =
        """
        name: p
        source: { kinesis: s }
        contract: c.json
        time: { field: t, unit: millis }
        views:
          - { name: all, window: { tumbling: 1m }, compute: { n: count() } }
        """;
    Siblings siblings = path -> Optional.of(contract.getBytes(StandardCharsets.UTF_8));
    return Plan.of(new DefinitionReader(siblings).read("pipeline.yaml", yaml), 1)
        .views()
        .get(0)
        .fingerprint();
  }

  private static String fingerprint(String view, String yaml) {
    return Plan.of(AdClicks.read(yaml), 1).views().stream()
        .filter(found -> found.name().equals(view))
        .findFirst()
        .orElseThrow()
        .fingerprint();
  }
}
