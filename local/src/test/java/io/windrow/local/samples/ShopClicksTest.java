package io.windrow.local.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopClicksTest {
  private static final Path SAMPLE = Path.of("..", "samples", "shop-sessions");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of the file beside the sample. */
  private static final long FILE_SEED = 1;

  private static final int FILE_EVENTS = 4_000;

  @Test
  void theSamplesEventsAreMadeAgainByteForByte() throws IOException {
    StringBuilder made = new StringBuilder();
    lines(new ShopClicks(FILE_SEED), FILE_EVENTS).forEach(line -> made.append(line).append('\n'));

    assertThat(Files.readString(SAMPLE.resolve("shop-sessions.jsonl")).equals(made.toString()))
        .as("shop-sessions.jsonl is what its generator makes")
        .isTrue();
  }

  @Test
  void theSamplesJoinTableIsMadeAgainByteForByte() throws IOException {
    assertThat(Files.readString(SAMPLE.resolve("products.csv"))).isEqualTo(new Products().csv());
  }

  @Test
  void onlyAnOrderHasAQuantity() {
    List<JsonNode> events = events(new ShopClicks(3), 5_000);

    assertThat(events).anyMatch(event -> event.path("kind").asText().equals("order"));
    assertThat(events)
        .allMatch(event -> event.has("quantity") == event.path("kind").asText().equals("order"));
  }

  @Test
  void theCrawlerNeverLeaves() {
    List<Long> times = new ArrayList<>();
    for (JsonNode event : events(new ShopClicks(5), 20_000)) {
      if (event.path("user_id").asText().equals("crawler")) {
        times.add(Instant.parse(event.path("at").asText()).toEpochMilli());
      }
    }
    times.sort(null);

    assertThat(times).hasSizeGreaterThan(1_000);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isLessThan(30 * 60_000);
    }
  }

  @Test
  void anotherSeedGivesOtherEvents() {
    assertThat(lines(new ShopClicks(1), 10).toList())
        .isNotEqualTo(lines(new ShopClicks(2), 10).toList());
  }

  private static List<JsonNode> events(ShopClicks generator, int count) {
    List<JsonNode> events = new ArrayList<>();
    lines(generator, count)
        .forEach(
            line -> {
              try {
                events.add(JSON.readTree(line));
              } catch (JsonProcessingException e) {
                assertThat(line).as("a line that is cut off").doesNotEndWith("}");
              }
            });
    return events;
  }

  private static Stream<String> lines(ShopClicks generator, int count) {
    return Stream.generate(generator::next).limit(count);
  }
}
