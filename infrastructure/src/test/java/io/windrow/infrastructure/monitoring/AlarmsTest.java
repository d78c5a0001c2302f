package io.windrow.infrastructure.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.infrastructure.Changed;
import io.windrow.infrastructure.NeedsNode;
import io.windrow.infrastructure.Stacks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

@NeedsNode
class AlarmsTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final int HOUR = 3_600_000;

  private final Template run = Stacks.ofSample("earthquakes").run();
  private final JsonNode json = Stacks.json(run);

  @ParameterizedTest
  @CsvSource({
    "GetRecords.IteratorAgeMilliseconds, Maximum, 15, 43200000, breaching",
    "WriteProvisionedThroughputExceeded, Average, 5, 0.01, notBreaching",
    "ReadProvisionedThroughputExceeded, Average, 5, 0.01, notBreaching",
    "PutRecords.FailedRecords, Sum, 5, 0, notBreaching",
    "Errors, Sum, 3, 0, notBreaching",
    "Throttles, Sum, 5, 0, notBreaching",
    "WriteThrottleEvents, Sum, 5, 0, notBreaching",
    "ReadThrottleEvents, Sum, 5, 0, notBreaching",
    "SuccessfulRequestLatency, Average, 10, 50, notBreaching",
    "DroppedEventCount, Sum, 1, 0, notBreaching",
    "Poison, Sum, 1, 0, notBreaching",
    "LostShards, Sum, 1, 0, notBreaching",
    "UnbalancedCounts, Sum, 1, 0, notBreaching"
  })
  void anAlarmFires(
      String metric, String statistic, int minutes, double threshold, String missing) {
    run.hasResourceProperties(
        ALARM,
        Map.of(
            "MetricName", metric,
            "Statistic", statistic,
            "Period", 60,
            "EvaluationPeriods", minutes,
            "DatapointsToAlarm", minutes,
            "Threshold", threshold,
            "ComparisonOperator", "GreaterThanThreshold",
            "TreatMissingData", missing));
  }

  @Test
  void theDurationIsComparedWithTheTimeOutOfEachFunction() {
    for (int threshold : List.of(48_000, 240_000)) {
      run.hasResourceProperties(
          ALARM,
          Map.of(
              "MetricName",
              "Duration",
              "ExtendedStatistic",
              "p90",
              "EvaluationPeriods",
              15,
              "Threshold",
              threshold));
    }
  }

  @Test
  void theDelayOfWindowsIsComparedWithTheirSize() {
    for (Map.Entry<String, Integer> view :
        Map.of("magnitudes", 12 * HOUR, "networks", 48 * HOUR).entrySet()) {
      run.hasResourceProperties(
          ALARM,
          Map.of(
              "MetricName",
              "WindowDelay",
              "Dimensions",
              Match.arrayWith(List.of(Map.of("Name", "view", "Value", view.getKey()))),
              "Threshold",
              view.getValue(),
              "EvaluationPeriods",
              5,
              "TreatMissingData",
              "breaching"));
    }
  }

  @Test
  void shortWindowsMayBeOpenForFiveMinutes() {
    Stacks.ofSample("ad-clicks")
        .run()
        .hasResourceProperties(ALARM, Map.of("MetricName", "WindowDelay", "Threshold", 300_000));
  }

  @Test
  void whatAnIdleShardWaitsForByItsOwnersWordIsNoDelay(@TempDir Path directory) {
    Path behind = Changed.copy(directory, Map.of("unit: millis }", "unit: millis, behind: 2h }"));
    Stacks.of(behind, app -> props -> {})
        .run()
        .hasResourceProperties(
            ALARM, Map.of("MetricName", "WindowDelay", "Threshold", 2 * HOUR + 300_000));
  }

  @Test
  void moreViewsThanOneHealthAlarmCanStandForAreRefused(@TempDir Path directory) {
    String view = "  - { name: v%d, window: { tumbling: 10s }, compute: { views: count() } }%n";
    String views = IntStream.range(0, 40).mapToObj(view::formatted).collect(Collectors.joining());
    Path many = Changed.copy(directory, Map.of("views:\n", "views:\n" + views));
    assertThatThrownBy(() -> Stacks.of(many, app -> props -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 41 views")
        .hasMessageContaining("of 35 at most");
  }

  @ParameterizedTest
  @CsvSource({"Rejected, 1", "Late, 0.1"})
  void theShareOfRecordsThatFailIsAPercentage(String part, double percent) {
    run.hasResourceProperties(
        ALARM,
        Map.of(
            "Threshold",
            percent,
            "EvaluationPeriods",
            3,
            "Metrics",
            Match.arrayWith(
                List.of(
                    Match.objectLike(
                        Map.of("Expression", "IF(received > 0, 100 * part / received, 0)")),
                    Match.objectLike(
                        Map.of(
                            "MetricStat",
                            Match.objectLike(
                                Map.of(
                                    "Metric", Match.objectLike(Map.of("MetricName", part))))))))));
  }

  @Test
  void errorsOfATableAreAddedUpOverWhatTheFunctionsMayDoWithIt() {
    List<Set<String>> operations =
        UsedMetric.ofType(json, ALARM)
            .map(alarm -> alarm.path("Properties"))
            .filter(alarm -> alarm.findValuesAsText("MetricName").contains("SystemErrors"))
            .map(AlarmsTest::operations)
            .toList();
    assertThat(operations).hasSize(2).containsAll(allowed("State", "Results"));
  }

  @Test
  void theErrorsOfOneOperationAreWatchedWithoutArithmetic() {
    run.hasResourceProperties(
        ALARM,
        Map.of(
            "MetricName",
            "SystemErrors",
            "Statistic",
            "Sum",
            "Dimensions",
            Match.arrayWith(List.of(Map.of("Name", "Operation", "Value", "PutItem")))));
  }

  private static Set<String> operations(JsonNode alarm) {
    return alarm.findParents("Name").stream()
        .filter(dimension -> dimension.path("Name").asText().equals("Operation"))
        .map(dimension -> dimension.path("Value").asText())
        .collect(Collectors.toSet());
  }

  /** What policies allow with each table, told apart by its export. */
  private List<Set<String>> allowed(String... tables) {
    return Arrays.stream(tables).map(this::allowed).toList();
  }

  private Set<String> allowed(String table) {
    return json.findParents("Action").stream()
        .filter(statement -> isTable(statement.path("Resource"), table))
        .flatMap(statement -> Stacks.list(statement.path("Action")).stream())
        .map(action -> action.substring(action.indexOf(':') + 1))
        .collect(Collectors.toSet());
  }

  private static boolean isTable(JsonNode resource, String table) {
    return resource.toString().matches(".*FnGetAttStorage" + table + "earthquakesArn.*");
  }

  @Test
  void whatLosesRecordsOrResultsPagesAndTheRestWarns() {
    List<String> paging =
        UsedMetric.ofType(json, ALARM)
            .map(alarm -> alarm.path("Properties"))
            .filter(alarm -> !alarm.has("AlarmActions"))
            .map(alarm -> alarm.path("MetricName").asText())
            .toList();
    assertThat(paging)
        .containsExactlyInAnyOrder(
            "GetRecords.IteratorAgeMilliseconds",
            "DroppedEventCount",
            "WindowDelay",
            "WindowDelay",
            "Poison",
            "LostShards",
            "UnbalancedCounts");
  }

  @Test
  void theHealthAlarmPagesForEachOfThem() {
    JsonNode health =
        UsedMetric.ofType(json, "AWS::CloudWatch::CompositeAlarm")
            .findFirst()
            .orElseThrow()
            .path("Properties");
    assertThat(health.path("AlarmName").asText()).isEqualTo("earthquakes-health");
    assertThat(health.path("AlarmActions").size()).isEqualTo(1);
    assertThat(health.path("AlarmRule").toString().split("ALARM\\(", -1)).hasSize(1 + 7);
  }
}
