package io.windrow.local.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdClicksTest {
  private static final Path SAMPLE = Path.of("..", "samples", "ad-clicks");

  /** Of the file beside the sample: 12,000 events of two minutes. */
  private static final long FILE_SEED = 1;

  private static final int FILE_EVENTS = 12_000;
  private static final int FILE_EVENTS_A_SECOND = 100;

  @Test
  void theSamplesEventsAreMadeAgainByteForByte() throws IOException {
    StringBuilder made = new StringBuilder();
    lines(new AdClicks(FILE_SEED, FILE_EVENTS_A_SECOND), FILE_EVENTS)
        .forEach(line -> made.append(line).append('\n'));

    assertThat(Files.readString(SAMPLE.resolve("ad-clicks.jsonl")).equals(made.toString()))
        .as("ad-clicks.jsonl is what its generator makes")
        .isTrue();
  }

  @Test
  void theSamplesJoinTableIsMadeAgainByteForByte() throws IOException {
    assertThat(Files.readString(SAMPLE.resolve("ads.csv"))).isEqualTo(new Ads().csv());
  }

  @Test
  void anEventHasTheSevenTextFieldsOfTheBenchmark() throws IOException {
    JsonNode event = new ObjectMapper().readTree(new AdClicks(3).next());

    assertThat(event.fieldNames())
        .toIterable()
        .containsExactly(
            "user_id", "page_id", "ad_id", "ad_type", "event_type", "event_time", "ip_address");
    assertThat(event).allMatch(JsonNode::isTextual);
  }

  @Test
  void thereAreAHundredCampaignsOfTenAds() {
    List<String[]> rows = new Ads().csv().lines().skip(1).map(row -> row.split(",", -1)).toList();

    assertThat(rows).hasSize(1000);
    assertThat(rows.stream().map(row -> row[0]).distinct()).hasSize(1000);
    assertThat(rows.stream().map(row -> row[1]).distinct()).hasSize(100);
  }

  @Test
  void timesAreOutOfOrderByAtMostATenthOfASecondButForTheFlawed() throws IOException {
    Set<String> disorder = new HashSet<>();
    long latest = 0;
    for (String line : lines(new AdClicks(5), 50_000).toList()) {
      long time = time(line);
      if (time > 0 && time < AdClicks.START * 1.5) {
        disorder.add(latest - time > 100 ? "late" : latest > time ? "slight" : "none");
        latest = Math.max(latest, time);
      }
    }

    assertThat(disorder).containsExactlyInAnyOrder("none", "slight", "late");
  }

  @Test
  void aThousandEventsAreASecondOfEventTime() throws IOException {
    List<String> lines = lines(new AdClicks(6), 100_001).toList();

    assertThat(time(lines.get(100_000)))
        .isBetween(AdClicks.START + 99_950, AdClicks.START + 100_050);
  }

  @Test
  void anotherSeedGivesOtherEvents() {
    assertThat(new AdClicks(1).next()).isNotEqualTo(new AdClicks(2).next());
  }

  @Test
  void aRateBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AdClicks(1, 0))
        .withMessageContaining("there must be one at least");
  }

  private static Stream<String> lines(AdClicks generator, int count) {
    return Stream.generate(generator::next).limit(count);
  }

  /** Its time, or -1 for one that is cut off. */
  private static long time(String line) throws IOException {
    try {
      return new ObjectMapper().readTree(line).path("event_time").asLong();
    } catch (JsonProcessingException e) {
      return -1;
    }
  }
}
