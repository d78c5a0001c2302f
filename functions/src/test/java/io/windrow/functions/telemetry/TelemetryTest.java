package io.windrow.functions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrow.contract.EventTime;
import io.windrow.contract.Fault;
import io.windrow.contract.Judgement;
import io.windrow.contract.Reason;
import io.windrow.contract.RecordReader;
import io.windrow.contract.Validation;
import io.windrow.expression.Expression;
import io.windrow.functions.Clicks;
import io.windrow.ledger.Call;
import io.windrow.ledger.Committed;
import io.windrow.ledger.Committer;
import io.windrow.ledger.Frontier;
import io.windrow.ledger.Loss;
import io.windrow.ledger.Ports;
import io.windrow.ledger.RunBounds;
import io.windrow.ledger.Settled;
import io.windrow.ledger.Settler;
import io.windrow.ledger.ShardWaitsException;
import io.windrow.ledger.Steps;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.FieldPath;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import io.windrow.simulation.memory.MemoryState;
import io.windrow.simulation.memory.MemoryStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the functions' logs say of a pipeline that runs in memory. */
class TelemetryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NOW = 100_000;

  private final Definition definition = Clicks.definition();
  private final Pipeline pipeline =
      Pipeline.of(
          Plan.of(definition, 1),
          lookup -> {
            throw new AssertionError("no lookups");
          });
  private final MemoryStream stream = new MemoryStream();
  private final Ports ports = new MemoryState().ports(stream);
  private final Committer committer =
      new Committer(ports.chains(), pipeline.steps(), pipeline.origin());
  private final Settler settler =
      new Settler(ports, pipeline.steps().windows(), pipeline.origin(), new RunBounds(2));

  private final List<String> lines = new ArrayList<>();
  private final Telemetry telemetry =
      new EmbeddedMetrics(definition, lines::add)
          .and(new ValueMetrics(definition, lines::add))
          .and(new OperatorLog(definition, lines::add));

  @BeforeEach
  void open() {
    stream.open(Clicks.SHARD, List.of());
  }

  private Committed commit(StreamRecord... records) {
    Arrays.stream(records).forEach(stream::put);
    return committer.commit(new Batch(Clicks.SHARD, List.of(records)), "token", NOW);
  }

  private void settle() {
    telemetry.settled(settler.settle(NOW, "token"), NOW);
  }

  @Test
  void aBatchTellsItsVerdictsItsSizeAndHowFreshItIs() {
    StreamRecord first = Clicks.click(1, 90_000, "PT");
    commit(first);
    Committed committed =
        commit(
            first,
            Clicks.click(2, 95_000, "PT"),
            Clicks.click(3, 95_000, "test"),
            Clicks.click(4, 10_000, "PT"),
            Clicks.record(5, 95_000, "{}"));

    telemetry.committed(committed, NOW);

    JsonNode line = line("Received");
    assertThat(line.path("pipeline").asText()).isEqualTo("clicks");
    assertThat(values(line, "Received", "Accepted", "Filtered", "Rejected", "Late"))
        .containsExactly(4L, 1L, 1L, 1L, 1L);
    assertThat(values(line, "Redelivered", "RecordsPerBatch", "Conflicts", "Freshness"))
        .containsExactly(1L, 5L, 0L, 5_000L);
    assertThat(values(line, "PartialBatches")).containsExactly(0L);
    assertThat(line.path("CommitSize").get(0).asInt()).isPositive();
    assertThat(line("Rejects").path("reason").asText()).isEqualTo("contract.required");
    assertThat(line("LateByView").path("view").asText()).isEqualTo("by-country");
  }

  @Test
  void aBatchThatWasCommittedInPartIsCounted() {
    StreamRecord first = Clicks.click(1, 90_000, "PT");
    StreamRecord second = Clicks.click(2, 95_000, "PT");
    List.of(first, second).forEach(stream::put);

    telemetry.committed(
        committer.commit(
            new Batch(Clicks.SHARD, List.of(first, second)),
            new Call("token", NOW, NOW, () -> true)),
        NOW);

    JsonNode line = line("PartialBatches");
    assertThat(values(line, "PartialBatches", "Received")).containsExactly(1L, 1L);
  }

  @Test
  void settlingTellsHowFarEachViewIsClosedAndWhatIsStillOpen() {
    commit(Clicks.click(1, 65_000, "PT"), Clicks.click(2, 85_000, "PT"));

    settle();

    assertThat(values(line("Results"), "Results", "WatermarkLag", "OldestOpenWindow"))
        .containsExactly(1L, 15_000L, 10_000L);
    assertThat(values(line("FrontierLag"), "FrontierLag", "WindowDelay"))
        .containsExactly(20_000L, 0L);
  }

  @Test
  void aShardWhoseRecordsWereLostIsAMetricAndAnError() {
    telemetry.settled(
        new Settled(List.of(), Frontier.NEW, List.of(), List.of("shardId-000000000007"), 0), NOW);

    assertThat(values(line("LostShards"), "LostShards")).containsExactly(1L);
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"level\":\"ERROR\"")
                    .contains("records of a shard were lost")
                    .contains("shardId-000000000007"));
  }

  @ParameterizedTest
  @CsvSource({
    "STREAM_REPLACED, Replaced, the stream is another one",
    "STATE_REPLACED, Replaced, the state table is another one",
    "RECORDS_SKIPPED, Misread, the mapping has left out records"
  })
  void aLossThatIsOpenIsAMetricAndAnError(Loss.Cause cause, String metric, String says) {
    Frontier frontier = Frontier.NEW.withLoss(cause, NOW);
    telemetry.settled(new Settled(List.of(), frontier, List.of(), List.of(), 0), NOW);

    assertThat(values(line("Results"), metric)).containsExactly(1L);
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"level\":\"ERROR\"")
                    .contains("records may be in no count")
                    .contains(says));

    lines.clear();
    settle();
    assertThat(values(line("Results"), "Replaced", "Misread")).containsExactly(0L, 0L);
  }

  @Test
  void beforeAnyWindowCanCloseNoneIsDelayed() {
    settle();

    assertThat(values(line("WindowDelay"), "WindowDelay")).containsExactly(0L);
    assertThat(metrics()).doesNotContain("WatermarkLag", "FrontierLag", "OldestOpenWindow");
  }

  @Test
  void theGreatestGroupsOfAWindowAreMetricsAtItsEnd() {
    commit(
        Clicks.click(1, 60_000, "FR"),
        Clicks.click(2, 60_000, "FR"),
        Clicks.click(3, 60_000, "PT"),
        Clicks.click(4, 60_000, "PT"),
        Clicks.click(5, 60_000, "PT"),
        Clicks.click(6, 60_000, "ES"),
        Clicks.click(7, 85_000, "ES"));

    settle();

    List<JsonNode> values = json().filter(line -> line.has("group")).toList();
    assertThat(values).extracting(line -> line.path("group").asText()).containsExactly("PT", "FR");
    assertThat(values).extracting(line -> line.path("clicks").asLong()).containsExactly(3L, 2L);
    assertThat(values)
        .allSatisfy(line -> assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(70_000));
  }

  @Test
  void ofTheRecordsKeptAFewAreLoggedByPositionAndNoneByPayload() {
    StreamRecord[] broken = new StreamRecord[20];
    for (int i = 0; i < broken.length; i++) {
      broken[i] = Clicks.record(i, 90_000, "{\"country\":\"secret\"}");
    }

    telemetry.committed(commit(broken), NOW);

    List<JsonNode> records = json().filter(line -> line.has("sequence")).toList();
    assertThat(records).hasSize(5);
    assertThat(records.get(0))
        .isEqualTo(
            tree(
                """
                {"timestamp": "1970-01-01T00:01:40.000Z", "level": "WARN",
                 "message": "a record was kept for quarantine", "pipeline": "clicks",
                 "verdict": "rejected", "reason": "contract.required", "pointer": "/at",
                 "shard": "shardId-000000000000", "sequence": "0", "subSequence": 0,
                 "arrival": "1970-01-01T00:01:30.000Z"}
                """));
    assertThat(lines).noneMatch(line -> line.contains("secret"));
  }

  @Test
  void ofAConfidentialSourceNoNameOfAFieldIsLogged() {
    Telemetry log = new OperatorLog(Clicks.confidential(), lines::add);

    log.committed(commit(Clicks.record(0, 90_000, "{\"country\":\"secret\"}")), NOW);

    assertThat(json().toList())
        .hasSize(1)
        .allSatisfy(
            line -> {
              assertThat(line.path("reason").asText()).isEqualTo("contract.required");
              assertThat(line.path("pointer").asText()).isEmpty();
            });
  }

  @Test
  void whatCodeFailedIsLoggedOnceABatchWithItsPlaceAndNotItsMessage() {
    Steps steps =
        new Steps(
            new Validation(
                    RecordReader.ofJson(definition.contract().schema(), Optional.empty()),
                    new EventTime(FieldPath.of("at"), EventTime.Unit.MILLIS, null),
                    Map.of("country", new FailingExpression()),
                    List.of(),
                    null)
                ::judge,
            pipeline.steps().enrichment(),
            pipeline.steps().windows());
    StreamRecord[] records = {Clicks.click(1, 90_000, "PT"), Clicks.click(2, 90_000, "secret")};

    telemetry.committed(
        new Committer(ports.chains(), steps, pipeline.origin())
            .commit(new Batch(Clicks.SHARD, List.of(records)), "token", NOW),
        NOW);

    List<JsonNode> failures = json().filter(line -> line.has("exception")).toList();
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).path("level").asText()).isEqualTo("ERROR");
    assertThat(failures.get(0).path("message").asText()).isEqualTo("code failed on a record");
    assertThat(failures.get(0).path("reason").asText()).isEqualTo("internal.error");
    assertThat(failures.get(0).path("exception").asText())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(failures.get(0).path("place").asText())
        .matches(".*FailingExpression.evaluate\\(TelemetryTest.java:[0-9]+\\)");
    assertThat(lines).noneMatch(line -> line.contains("secret"));
  }

  @Test
  void anExpressionThatTakesTooManyStepsIsLoggedWithWhatToChange() {
    Reason reason = Reason.of("view.v").with("compute n", "speed", "takes too many steps");
    Judgement.Rejected rejected =
        new Judgement.Rejected(reason, new Fault("TooManyStepsException", ""));

    telemetry.committed(new Committed(List.of(), 0, 0, List.of(rejected), null), NOW);

    JsonNode line = json().filter(each -> each.has("exception")).findFirst().orElseThrow();
    assertThat(line.path("reason").asText()).isEqualTo("view.v");
    assertThat(line.path("detail").asText()).isEqualTo("compute n: speed: takes too many steps");
  }

  @Test
  void theShardThatHoldsWindowsOpenIsLoggedWithItsWatermarkAndTheCause() {
    stream.open("shardId-000000000001", List.of());
    settle();
    commit(Clicks.click(1, 85_000, "PT"));
    stream.put(
        new StreamRecord(
            new Position("shardId-000000000001", "1", 0), "key", 1, new byte[0], false));
    lines.clear();

    settle();

    JsonNode line = json().filter(each -> each.has("cause")).findFirst().orElseThrow();
    assertThat(line.path("shard").asText()).isEqualTo("shardId-000000000001");
    assertThat(line.path("cause").asText())
        .isEqualTo("records past its last commit wait to be processed");
  }

  @Test
  void nothingIsSaidOfShardsWhileNoWindowIsOverdue() {
    stream.open("shardId-000000000001", List.of());
    settle();
    commit(Clicks.click(1, 65_000, "PT"), Clicks.click(2, 85_000, "PT"));
    settle();

    assertThat(json()).noneMatch(line -> line.has("cause"));
  }

  @Test
  void aStreamThatHasFallenSilentHoldsTheLastWindowOpenAndSaysSo() {
    commit(Clicks.click(1, 25_000, "PT"), Clicks.click(2, 29_000, "PT"));

    settle();

    assertThat(json().filter(line -> line.has("cause")).toList())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("message").asText()).isEqualTo("windows wait for a shard");
              assertThat(line.path("watermark").asText()).isEqualTo("1970-01-01T00:00:29.000Z");
              assertThat(line.path("cause").asText()).contains("its next event moves it");
            });
  }

  @Test
  void everyMetricOfTheHandlersIsEmitted() {
    telemetry.committed(
        commit(
            Clicks.click(1, 90_000, "PT"),
            Clicks.click(2, 10_000, "PT"),
            Clicks.record(3, 90_000, "")),
        NOW);
    settle();

    Set<String> expected =
        Arrays.stream(FunctionMetric.values())
            .map(FunctionMetric::text)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(metrics()).isEqualTo(expected);
  }

  @Test
  void unbalancedCountsAreAMetric() {
    telemetry.unbalanced(NOW);

    assertThat(values(line("UnbalancedCounts"), "UnbalancedCounts")).containsExactly(1L);
  }

  @Test
  void aFaultThatMayPassIsAMetricAndAShardThatWaitsIsNone() {
    StreamRecord unlisted =
        new StreamRecord(
            new Position("shardId-000000000007", "1", 0), "key", 1, new byte[0], false);
    Batch early = new Batch("shardId-000000000007", List.of(unlisted));
    ShardWaitsException waits =
        catchThrowableOfType(
            ShardWaitsException.class, () -> committer.commit(early, "token", NOW));
    telemetry.triedAgain("shardId-000000000007", waits, NOW);
    assertThat(metrics()).isEmpty();

    telemetry.triedAgain(Clicks.SHARD, new IllegalStateException("no route to host"), NOW);

    assertThat(values(line("RetriedFaults"), "RetriedFaults")).containsExactly(1L);
  }

  @Test
  void aDividedShardIsAMetric() {
    telemetry.divided(NOW);

    assertThat(values(line("DividedShards"), "DividedShards")).containsExactly(1L);
  }

  @Test
  void aBatchOfAnotherStreamIsAMetric() {
    telemetry.misread(NOW);

    assertThat(values(line("Misread"), "Misread")).containsExactly(1L);
  }

  private JsonNode line(String metric) {
    Optional<JsonNode> line = json().filter(each -> each.has(metric)).findFirst();
    assertThat(line).as("a line with %s in %s", metric, lines).isPresent();
    return line.orElseThrow();
  }

  private static List<Long> values(JsonNode line, String... metrics) {
    return Arrays.stream(metrics).map(metric -> line.path(metric).asLong(-1)).toList();
  }

  private Set<String> metrics() {
    return json()
        .filter(line -> line.at("/_aws/CloudWatchMetrics/0/Namespace").asText().equals("Windrow"))
        .flatMap(
            line -> line.at("/_aws/CloudWatchMetrics/0/Metrics").findValuesAsText("Name").stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<JsonNode> json() {
    return lines.stream().map(TelemetryTest::tree);
  }

  private static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  /** Code that fails in a way that nothing foresees. */
  private static final class FailingExpression implements Expression {
    @Override
    public Object evaluate(Map<String, ? extends @Nullable Object> fields) {
      throw new IllegalStateException("secret");
    }

    @Override
    public String type() {
      return "string";
    }

    @Override
    public String text() {
      return "fails";
    }
  }
}
