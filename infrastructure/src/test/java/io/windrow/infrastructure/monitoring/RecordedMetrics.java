package io.windrow.infrastructure.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Values of metrics, each at its time, as CloudWatch keeps them. A metric's subject stands for its
 * dimensions: {@code process}, {@code settle}, {@code mapping}, {@code stream}, {@code pipeline},
 * or the name of a view.
 */
final class RecordedMetrics {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, TreeMap<Long, List<Double>>> values = new HashMap<>();

  void put(String name, String subject, long time, double value) {
    values
        .computeIfAbsent(name + " of " + subject, key -> new TreeMap<>())
        .computeIfAbsent(time, key -> new ArrayList<>())
        .add(value);
  }

  /** Takes the metrics of a line that a function has printed. */
  void embedded(String line) {
    try {
      JsonNode read = JSON.readTree(line);
      long time = read.at("/_aws/Timestamp").asLong();
      String subject = read.path("view").asText("pipeline");
      read.at("/_aws/CloudWatchMetrics/0/Metrics")
          .findValuesAsText("Name")
          .forEach(name -> put(name, subject, time, read.path(name)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  private void put(String name, String subject, long time, JsonNode value) {
    if (value.isArray()) {
      value.forEach(each -> put(name, subject, time, each.asDouble()));
    } else {
      put(name, subject, time, value.asDouble());
    }
  }

  /** The datapoint of a period; empty where nothing was measured in it. */
  OptionalDouble statistic(String name, String subject, String statistic, long from, long to) {
    List<Double> found =
        values
            .getOrDefault(name + " of " + subject, new TreeMap<>())
            .subMap(from, to)
            .values()
            .stream()
            .flatMap(List::stream)
            .sorted(Comparator.naturalOrder())
            .toList();
    return found.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(of(statistic, found));
  }

  private static double of(String statistic, List<Double> sorted) {
    return switch (statistic) {
      case "Sum" -> sorted.stream().mapToDouble(Double::doubleValue).sum();
      case "Maximum" -> sorted.get(sorted.size() - 1);
      case "Average" -> sorted.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      case "SampleCount" -> sorted.size();
      case "p90" -> sorted.get((int) Math.ceil(0.9 * sorted.size()) - 1);
      default -> throw new IllegalArgumentException("no statistic " + statistic);
    };
  }
}
