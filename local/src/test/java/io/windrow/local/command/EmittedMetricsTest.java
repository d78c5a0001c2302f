package io.windrow.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.local.run.EmbeddedAwsExtension;
import io.windrow.local.run.RunListener;
import io.windrow.local.run.RunSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the functions write for CloudWatch in runs of the samples, with their rejected and late
 * records, beside what the alarms and dashboards of the same samples watch.
 */
class EmittedMetricsTest {
  @RegisterExtension static final EmbeddedAwsExtension EMBEDDED = new EmbeddedAwsExtension();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, List<Told>> TOLD = new HashMap<>();

  /** A metric as CloudWatch knows it. */
  private record Told(String namespace, String name, String unit, Map<String, String> dimensions) {
    WatchedMetric watched() {
      return new WatchedMetric(name, dimensions);
    }

    Told whatever() {
      Map<String, String> any = new TreeMap<>(dimensions);
      any.replaceAll((dimension, value) -> "");
      return new Told(namespace, name, unit, any);
    }
  }

  static List<String> samples() {
    return List.of("ad-clicks", "earthquakes", "shop-sessions");
  }

  @BeforeAll
  static void run() throws InterruptedException {
    for (String sample : samples()) {
      TOLD.put(sample, run(Sample.of(sample)));
    }
  }

  @Test
  void runsOfTheSamplesTellEveryMetricWithItsUnitAndDimensions() {
    Set<Told> told =
        TOLD.values().stream()
            .flatMap(List::stream)
            .map(Told::whatever)
            .collect(Collectors.toSet());

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FunctionMetric.values()).map(EmittedMetricsTest::expected).toList());
  }

  private static Told expected(FunctionMetric metric) {
    Map<String, String> any = new TreeMap<>();
    metric.dimensions().forEach(dimension -> any.put(dimension.text(), ""));
    return new Told(FunctionMetric.NAMESPACE, metric.text(), metric.unit().text(), any);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aRunOfASampleTellsWhatItsAlarmsWatch(String sample) throws IOException {
    List<WatchedMetric> watched = WatchedMetric.ofAlarms(sample);
    assertThat(watched).isNotEmpty();
    assertThat(told(sample)).containsAll(watched);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aRunOfASampleTellsWhatItsDashboardShows(String sample) throws IOException {
    List<WatchedMetric> watched = WatchedMetric.ofDashboard(sample);
    assertThat(watched).isNotEmpty();
    assertThat(told(sample)).containsAll(watched);
  }

  private static Set<WatchedMetric> told(String sample) {
    return TOLD.getOrDefault(sample, List.of()).stream()
        .map(Told::watched)
        .collect(Collectors.toSet());
  }

  private static List<Told> run(Sample sample) throws InterruptedException {
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
    Map<String, String> dimensions = new TreeMap<>();
    for (JsonNode name : directive.path("Dimensions").path(0)) {
      assertThat(line.path(name.asText()).isTextual()).isTrue();
      dimensions.put(name.asText(), line.path(name.asText()).asText());
    }
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
