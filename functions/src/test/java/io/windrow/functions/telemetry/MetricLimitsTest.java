package io.windrow.functions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.functions.Clicks;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committed.Addition;
import io.windrow.ledger.Counts;
import io.windrow.ledger.Entry;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Payload;
import io.windrow.ledger.Settled;
import io.windrow.plan.Definition;
import io.windrow.record.Position;
import io.windrow.view.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What CloudWatch would refuse is never in a line, however large a result or a batch is. */
class MetricLimitsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NOW = 100_000;

  private final Definition definition = Clicks.definition();
  private final List<String> lines = new ArrayList<>();

  @Test
  void aResultOfManyValuesIsToldInLinesOfAHundredEach() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    IntStream.range(0, 250).forEach(i -> values.put("v" + i, (long) i));

    tell(result("PT", values));

    assertThat(json()).extracting(line -> names(line).size()).containsExactly(100, 100, 50);
    assertThat(json().stream().flatMap(line -> names(line).stream()))
        .containsExactlyElementsOf(values.keySet());
    assertThat(json()).allMatch(line -> line.path("group").asText().equals("PT"));
  }

  @Test
  void aNumberTooGreatForAMetricIsLeftOutAndOneTooSmallIsZero() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("huge", new BigDecimal("-1E+125"));
    values.put("tiny", new BigDecimal("1E-130"));
    values.put("price", new BigDecimal("12.5"));

    tell(result("PT", values));

    assertThat(json()).singleElement().satisfies(MetricLimitsTest::hasTinyAndPriceAlone);
  }

  private static void hasTinyAndPriceAlone(JsonNode line) {
    assertThat(names(line)).containsExactly("tiny", "price");
    assertThat(line.has("huge")).isFalse();
    assertThat(line.path("tiny").asDouble()).isZero();
    assertThat(line.path("price").asDouble()).isEqualTo(12.5);
  }

  @Test
  void aGroupIsAmongTheGreatestByAValueThatIsTooGreatForAMetric() {
    Map<String, @Nullable Object> huge = new LinkedHashMap<>();
    huge.put("sum", new BigDecimal("1E+120"));
    huge.put("count", 1L);

    tell(result("ES", Map.of("sum", 3L)), result("FR", Map.of("sum", 2L)), result("PT", huge));

    assertThat(json()).extracting(line -> line.path("group").asText()).containsExactly("PT", "ES");
  }

  @Test
  void aBatchOfManyCommitsTellsTheirSizesInLinesOfAHundredEach() {
    new EmbeddedMetrics(definition, lines::add)
        .committed(new Committed(Collections.nCopies(201, addition()), 0, 0, List.of(), null), NOW);

    assertThat(json())
        .extracting(line -> line.path("CommitSize").size())
        .containsExactly(100, 100, 1);
    assertThat(json()).extracting(line -> line.has("Received")).containsExactly(true, false, false);
  }

  private static Addition addition() {
    Entry.Commit commit =
        new Entry.Commit(
            1,
            "token",
            1,
            new Position(Clicks.SHARD, "1", 0),
            false,
            NOW,
            false,
            Counts.NONE,
            List.of(),
            new Payload.Inline(new byte[0]));
    return new Addition(commit, List.of(), NOW, 7);
  }

  private static Result result(String country, Map<String, ? extends @Nullable Object> values) {
    return new Result(
        "by-country", Map.of("country", country), 60_000, 70_000, 0, new LinkedHashMap<>(values));
  }

  private void tell(Result... results) {
    new ValueMetrics(definition, lines::add)
        .settled(new Settled(List.of(results), Frontier.NEW, List.of(), List.of(), 0), NOW);
  }

  private static List<String> names(JsonNode line) {
    return line.at("/_aws/CloudWatchMetrics/0/Metrics").findValuesAsText("Name");
  }

  private List<JsonNode> json() {
    return lines.stream().map(MetricLimitsTest::tree).toList();
  }

  private static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }
}
