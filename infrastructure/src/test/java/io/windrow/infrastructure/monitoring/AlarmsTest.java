package io.windrow.infrastructure.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

@NeedsNode
class AlarmsTest {
  private static final String ALARM = "AWS::CloudWatch::Alarm";

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
    "GetRecords.IteratorAgeMilliseconds, Maximum, 5, 300000, notBreaching",
    "DroppedEventCount, Sum, 1, 0, notBreaching",
    "OnFailureDestinationDeliveredEventCount, Sum, 1, 0, notBreaching",
    "DestinationDeliveryFailures, Sum, 1, 0, notBreaching",
    "DividedShards, Sum, 1, 0, notBreaching",
    "Replaced, Sum, 1, 0, notBreaching",
    "Misread, Sum, 1, 0, notBreaching",
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
  void windowsOfAnySizeMayBeOpenForFiveMinutesAfterTheyCouldHaveClosed() {
    for (String view : List.of("magnitudes", "networks")) {
      run.hasResourceProperties(
          ALARM,
          Map.of(
              "MetricName",
              "WindowDelay",
              "Dimensions",
              Match.arrayWith(List.of(Map.of("Name", "view", "Value", view))),
              "Threshold",
              300_000,
              "EvaluationPeriods",
              5,
              "TreatMissingData",
              "notBreaching"));
    }
  }

  @Test
  void settlingThatTellsNothingForFiveMinutesPagesOnceForAllViews() {
    run.hasResourceProperties(
        ALARM,
        Map.of(
            "MetricName",
            "Results",
            "Statistic",
            "SampleCount",
            "ComparisonOperator",
            "LessThanThreshold",
            "Threshold",
            1,
            "EvaluationPeriods",
            5,
            "TreatMissingData",
            "breaching"));
  }

  @Test
  void aHealthAlarmOfVeryManyViewsHasParts(@TempDir Path directory) {
    String view = "  - { name: v%d, window: { tumbling: 10s }, compute: { views: count() } }%n";
    String views = IntStream.range(0, 40).mapToObj(view::formatted).collect(Collectors.joining());
    Path many = Changed.copy(directory, Map.of("views:\n", "views:\n" + views));
    JsonNode template = Stacks.of(many, app -> props -> {}).runJson();
    List<JsonNode> rules =
        UsedMetric.ofType(template, "AWS::CloudWatch::CompositeAlarm")
            .map(alarm -> alarm.at("/Properties/AlarmRule"))
            .toList();
    assertThat(rules).hasSize(2);
    assertThat(rules.stream().mapToInt(AlarmsTest::alarms)).allMatch(count -> count <= 40);
    assertThat(rules.stream().mapToInt(AlarmsTest::alarms).sum())
        .isEqualTo(1 + paging(template).count());
  }

  private static int alarms(JsonNode rule) {
    return rule.toString().split("ALARM\\(", -1).length - 1;
  }

  private static Stream<JsonNode> paging(JsonNode template) {
    return UsedMetric.ofType(template, ALARM)
        .map(alarm -> alarm.path("Properties"))
        .filter(alarm -> alarm.has("OKActions"));
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
            10,
            "DatapointsToAlarm",
            2,
            "Metrics",
            Match.arrayWith(
                List.of(
                    Match.objectLike(
                        Map.of("Expression", "IF(part >= 10, 100 * part / received, 0)")),
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
        .filter(action -> !action.equals("DescribeTable")) // DynamoDB counts no errors of it
        .collect(Collectors.toSet());
  }

  private static boolean isTable(JsonNode resource, String table) {
    return resource.toString().matches(".*FnGetAttStorage" + table + "earthquakesArn.*");
  }

  @Test
  void mostRecordsRejectedAreSeenOfFewToo() {
    run.hasResourceProperties(
        ALARM,
        Map.of(
            "Threshold",
            50,
            "EvaluationPeriods",
            1,
            "Metrics",
            Match.arrayWith(
                List.of(
                    Match.objectLike(
                        Map.of(
                            "Expression",
                            "IF(received < 45, IF(part >= 3, 100 * part / received, 0), 0)")),
                    Match.objectLike(
                        Map.of("MetricStat", Match.objectLike(Map.of("Period", 900))))))));
  }

  @ParameterizedTest
  @CsvSource({"5, 10, WARN", "15, 20, PAGE"})
  void whatFailsAgainAndAgainWarnsAndPagesWhenItLasts(int bad, int minutes, Severity severity) {
    List<JsonNode> alarms =
        UsedMetric.ofType(json, ALARM)
            .map(alarm -> alarm.path("Properties"))
            .filter(alarm -> alarm.path("DatapointsToAlarm").asInt() == bad)
            .filter(alarm -> alarm.path("EvaluationPeriods").asInt() == minutes)
            .toList();
    assertThat(alarms).hasSize(2);
    assertThat(alarms).allMatch(alarm -> alarm.has("OKActions") == (severity == Severity.PAGE));
    assertThat(alarms.toString()).contains("RetriedFaults", "FailedInvokeEventCount");
  }

  @Test
  void whatLosesRecordsOrResultsPagesByItselfAndTellsWhenItPasses() {
    assertThat(paging(json).map(AlarmsTest::watched))
        .containsExactlyInAnyOrder(
            "GetRecords.IteratorAgeMilliseconds",
            "Results",
            "DroppedEventCount",
            "OnFailureDestinationDeliveredEventCount",
            "DestinationDeliveryFailures",
            "FailedInvokeEventCount",
            "RetriedFaults",
            "WindowDelay",
            "WindowDelay",
            "Poison",
            "LostShards",
            "UnbalancedCounts",
            "DividedShards",
            "Replaced",
            "Misread");
    assertThat(UsedMetric.ofType(json, ALARM).map(alarm -> alarm.path("Properties")))
        .allMatch(alarm -> alarm.path("AlarmActions").size() == 1);
  }

  /** The metric of an alarm; of one with arithmetic, the first. */
  private static String watched(JsonNode alarm) {
    return alarm.has("MetricName")
        ? alarm.path("MetricName").asText()
        : alarm.path("Metrics").findValuesAsText("MetricName").get(0);
  }

  @Test
  void theHealthAlarmStandsForThemAndActsOnNothing() {
    JsonNode health =
        UsedMetric.ofType(json, "AWS::CloudWatch::CompositeAlarm")
            .findFirst()
            .orElseThrow()
            .path("Properties");
    assertThat(health.path("AlarmName").asText()).isEqualTo("earthquakes-health");
    assertThat(health.has("AlarmActions")).isFalse();
    assertThat(alarms(health.path("AlarmRule"))).isEqualTo((int) paging(json).count());
  }
}
