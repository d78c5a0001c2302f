package io.windrow.infrastructure.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.functions.telemetry.Dimension;
import io.windrow.functions.telemetry.FunctionMetric;
import io.windrow.functions.telemetry.ValueMetric;
import io.windrow.infrastructure.Changed;
import io.windrow.infrastructure.NeedsNode;
import io.windrow.infrastructure.Samples;
import io.windrow.infrastructure.Stacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alarms and widgets on one side, what functions and services publish on the other. */
@NeedsNode
class MetricsJoinTest {
  private final List<UsedMetric> published = published();

  static List<String> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyMetricOfAnAlarmIsPublished(String sample) {
    List<UsedMetric> used = UsedMetric.ofAlarms(Stacks.ofSample(sample).runJson());
    assertThat(used).isNotEmpty();
    assertThat(published).containsAll(used);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyMetricOfAWidgetIsPublished(String sample) {
    List<UsedMetric> used = UsedMetric.ofDashboard(Stacks.ofSample(sample).runJson());
    assertThat(used).isNotEmpty();
    assertThat(published).containsAll(used);
  }

  @Test
  void theSameHoldsOfASharedStreamReadByFanOut(@TempDir Path directory) {
    Path shared =
        Changed.source(
            directory,
            "{ stream: 'arn:aws:kinesis:eu-west-1:111122223333:stream/clicks', critical: true }");
    JsonNode run = Stacks.of(shared, app -> props -> {}).runJson();
    assertThat(published).containsAll(UsedMetric.ofAlarms(run));
    assertThat(published).containsAll(UsedMetric.ofDashboard(run));
  }

  @Test
  void everyMetricOfTheFunctionsIsShownOrAlarmed() {
    JsonNode run = Stacks.ofSample("earthquakes").runJson();
    Set<String> seen =
        Stream.of(UsedMetric.ofAlarms(run), UsedMetric.ofDashboard(run))
            .flatMap(List::stream)
            .map(UsedMetric::name)
            .collect(Collectors.toSet());
    assertThat(Arrays.stream(FunctionMetric.values()).map(FunctionMetric::text))
        .allSatisfy(name -> assertThat(seen).contains(name));
  }

  private static List<UsedMetric> published() {
    List<UsedMetric> all = new ArrayList<>(ofServices());
    for (FunctionMetric metric : FunctionMetric.values()) {
      all.add(new UsedMetric(FunctionMetric.NAMESPACE, metric.text(), texts(metric.dimensions())));
    }
    all.add(new UsedMetric(ValueMetric.NAMESPACE, "", texts(ValueMetric.DIMENSIONS)));
    return all;
  }

  private static Set<String> texts(List<Dimension> dimensions) {
    return dimensions.stream().map(Dimension::text).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<UsedMetric> ofServices() {
    try (InputStream list = MetricsJoinTest.class.getResourceAsStream("/service-metrics.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .map(
              parts ->
                  new UsedMetric(
                      parts[0], parts[1], new TreeSet<>(List.of(parts[2].split(",", -1)))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
