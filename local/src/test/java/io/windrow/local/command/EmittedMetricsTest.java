package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.functions.telemetry.Dimension;
import io.windrow.functions.telemetry.Metric;
import io.windrow.local.run.EmbeddedAwsExtension;
import io.windrow.local.run.RunListener;
import io.windrow.local.run.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the functions write for CloudWatch in runs of the samples, with their rejected and late
 * records. Alarms and dashboards are held to the same names in MetricsJoinTest, so that none
 * watches what no function tells.
 */
class EmittedMetricsTest {
  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A metric as CloudWatch knows it. */
  private record Told(String namespace, String name, String unit, Set<String> dimensions) {}

  @Test
  void aRunOfTheSamplesTellsEveryMetricWithItsUnitAndDimensions() throws Exception {
    Set<Told> told =
        Stream.concat(told("earthquakes").stream(), told("ad-clicks").stream())
            .collect(Collectors.toSet());

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Metric.values()).map(EmittedMetricsTest::expected).toList());
  }

  private static Told expected(Metric metric) {
    return new Told(
        Metric.NAMESPACE,
        metric.text(),
        metric.unit().text(),
        metric.dimensions().stream()
            .map(Dimension::text)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<Told> told(String name) throws InterruptedException {
    Sample sample = Sample.of(name);
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    FinishedRun.of(
        EMBEDDED.aws(),
        sample,
        sample.data(),
        new RunSettings(1, 500, null, (file, content) -> {}),
        sample.partitionKey(),
        new RunListener() {
          @Override
          public void measured(String line) {
            lines.add(line);
          }
        });
    return lines.stream().flatMap(line -> told(read(line)).stream()).distinct().toList();
  }

  private static List<Told> told(JsonNode line) {
    List<Told> told = new ArrayList<>();
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    Set<String> dimensions = new TreeSet<>();
    directive.path("Dimensions").path(0).forEach(name -> dimensions.add(name.asText()));
    assertThat(dimensions).allSatisfy(name -> assertThat(line.path(name).isTextual()).isTrue());
    for (JsonNode metric : directive.path("Metrics")) {
      String name = metric.path("Name").asText();
      assertThat(line.has(name)).as("a value of %s", name).isTrue();
      told.add(
          new Told(
              directive.path("Namespace").asText(),
              name,
              metric.path("Unit").asText(),
              dimensions));
    }
    return told;
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
