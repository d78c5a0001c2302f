package io.windrow.infrastructure.monitoring;

import static io.windrow.infrastructure.monitoring.MinuteByMinute.MINUTE;
import static io.windrow.infrastructure.monitoring.MinuteByMinute.click;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.infrastructure.NeedsNode;
import io.windrow.infrastructure.Stacks;
import io.windrow.infrastructure.WindrowPipelineProps;
import io.windrow.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which alarms fire when: those of the template, evaluated over what the real handlers print in
 * each course of events. The runbook's table is what comes out.
 */
@NeedsNode
class AlarmScenariosTest {
  private static final Path RUNBOOK = Path.of("..", "docs", "runbook.md");
  private static final String DEFINITION =
      """
      name: clicks
      source: { kinesis: clicks }
      contract: click.schema.json
      time: { field: at, unit: millis }
      views:
        - name: by-country
          by: [country]
          window: { tumbling: 10s, grace: 0s }
          compute: { clicks: count() }
      """;
  private static final String CONTRACT =
      """
      {"type": "object", "required": ["at", "country"],
       "properties": {"at": {"type": "integer"}, "country": {"type": "string"}}}
      """;
  private static final long NINE_YEARS = 9L * 365 * 24 * 60 * MINUTE;

  private static Plan plan;
  private static List<TemplateAlarm> alarms;

  @BeforeAll
  static void synthesize(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("pipeline.yaml"), DEFINITION);
    Files.writeString(directory.resolve("click.schema.json"), CONTRACT);
    plan = WindrowPipelineProps.builder().directory(directory.toString()).build().plan();
    alarms = TemplateAlarm.all(Stacks.of(directory, app -> props -> {}).runJson());
  }

  /** The pipeline after an hour in which all was well. */
  private static MinuteByMinute well() {
    MinuteByMinute pipeline = new MinuteByMinute(plan, alarms);
    pass(pipeline, 60, p -> p.putClicks(p.now() - 2_000));
    assertThat(pipeline.fired(true)).isEmpty();
    assertThat(pipeline.fired(false)).isEmpty();
    return pipeline;
  }

  private static void pass(
      MinuteByMinute pipeline, int minutes, Consumer<MinuteByMinute> eachMinute) {
    for (int minute = 0; minute < minutes; minute++) {
      eachMinute.accept(pipeline);
      pipeline.pass();
    }
  }

  private static void usual(MinuteByMinute pipeline) {
    pipeline.putClicks(pipeline.now() - 2_000);
  }

  private static void nothing(MinuteByMinute pipeline) {}

  private static MinuteByMinute after(int minutes, Consumer<MinuteByMinute> change) {
    MinuteByMinute pipeline = well();
    change.accept(pipeline);
    pass(pipeline, minutes, AlarmScenariosTest::usual);
    return pipeline;
  }

  /** One minute in which something else is put, then the usual. */
  private static MinuteByMinute inOneMinute(Consumer<MinuteByMinute> put) {
    MinuteByMinute pipeline = well();
    pass(pipeline, 1, put);
    pass(pipeline, 20, AlarmScenariosTest::usual);
    return pipeline;
  }

  private static void putBroken(MinuteByMinute pipeline, int records) {
    for (int record = 0; record < records; record++) {
      pipeline.put("shardId-000000000000", "{}");
    }
  }

  private static void putMostlyInTime(MinuteByMinute pipeline, int late) {
    for (int record = 0; record < late; record++) {
      pipeline.put("shardId-000000000000", click(pipeline.now() - 60 * MINUTE));
    }
    for (int record = late; record < 50; record++) {
      pipeline.put("shardId-000000000000", click(pipeline.now() - 2_000));
    }
  }

  private static MinuteByMinute replayOfOldData() {
    MinuteByMinute pipeline = new MinuteByMinute(plan, alarms);
    pass(
        pipeline,
        120,
        p -> {
          long day = (p.now() - MinuteByMinute.START) * 24 * 60;
          p.putClicks(p.now() - NINE_YEARS + day);
          p.put("shardId-000000000001", click(p.now() - NINE_YEARS + day + 600 * MINUTE));
        });
    return pipeline;
  }

  private static MinuteByMinute quietNight() {
    MinuteByMinute pipeline = well();
    pass(pipeline, 8 * 60, AlarmScenariosTest::nothing);
    return pipeline;
  }

  private static MinuteByMinute twoLanes() {
    MinuteByMinute pipeline = well();
    usual(pipeline);
    pipeline.takeEverySecond("shardId-000000000000");
    pipeline.pass();
    pass(pipeline, 10, AlarmScenariosTest::usual);
    return pipeline;
  }

  private static MinuteByMinute startsLater() {
    MinuteByMinute pipeline = well();
    pipeline.mappingIsEnabled = false;
    pass(pipeline, 3, AlarmScenariosTest::usual);
    pipeline.startMappingPastAll();
    pipeline.mappingIsEnabled = true;
    pass(pipeline, 10, AlarmScenariosTest::usual);
    return pipeline;
  }

  private static MinuteByMinute aSecondCause() {
    MinuteByMinute pipeline = after(10, p -> p.settleIsCalled = false);
    pipeline.publish("DestinationDeliveryFailures", "process", 1);
    pass(pipeline, 5, AlarmScenariosTest::usual);
    return pipeline;
  }

  private static Map<String, MinuteByMinute> scenarios() {
    Map<String, MinuteByMinute> all = new LinkedHashMap<>();
    all.put("an hour in which all is well", well());
    all.put("a quiet night: no record for 8 hours", quietNight());
    all.put("a replay of data that is nine years old", replayOfOldData());
    all.put("no way to DynamoDB and Kinesis, for 3 minutes", backAfter(3));
    all.put("no way to DynamoDB and Kinesis, for half an hour", backAfter(30));
    all.put(
        "the mapping gave up a batch, which is in the bucket",
        after(5, p -> p.publish("OnFailureDestinationDeliveredEventCount", "mapping", 50)));
    all.put(
        "the mapping gave up a batch, and could not put it into the bucket",
        after(5, p -> p.publish("DestinationDeliveryFailures", "process", 1)));
    all.put(
        "the mapping gave up records and has no destination",
        after(5, p -> p.publish("DroppedEventCount", "mapping", 50)));
    all.put(
        "one minute in which all of 50 records are rejected", inOneMinute(p -> putBroken(p, 50)));
    all.put("a record in five minutes, and each is rejected", fewRejected());
    all.put("one record of 50 is late", inOneMinute(p -> putMostlyInTime(p, 1)));
    all.put("12 records a minute are rejected, of 32, for a quarter of an hour", rejectedForLong());
    all.put(
        "records of one shard kill the function, for half an hour",
        after(30, p -> p.shardsThatKill.add("shardId-000000000001")));
    all.put("the schedule of Settle is disabled", after(10, p -> p.settleIsCalled = false));
    all.put(
        "the mapping is disabled, for half an hour", after(30, p -> p.mappingIsEnabled = false));
    all.put("two readers take turns on a shard", twoLanes());
    all.put(
        "the state table was restored, and the mapping goes on",
        after(10, MinuteByMinute::restoreState));
    all.put(
        "the stream was deleted, and made anew under its name",
        after(10, MinuteByMinute::makeStreamAnew));
    all.put(
        "the mapping reads another stream",
        after(10, p -> p.mappingReads = "arn:aws:kinesis:us-east-1:123456789012:stream/others"));
    all.put("the mapping was created anew, and starts later", startsLater());
    all.put("Settle is not called, and then the mapping gives up a batch", aSecondCause());
    return all;
  }

  private static MinuteByMinute backAfter(int minutes) {
    MinuteByMinute pipeline = after(minutes, p -> p.networkIsDead = true);
    pipeline.networkIsDead = false;
    pass(pipeline, 10, AlarmScenariosTest::usual);
    return pipeline;
  }

  /** A pipeline that gets a record in five minutes. */
  private static MinuteByMinute fewRejected() {
    MinuteByMinute pipeline = new MinuteByMinute(plan, alarms);
    for (int record = 0; record < 6; record++) {
      putBroken(pipeline, 1);
      pass(pipeline, 5, AlarmScenariosTest::nothing);
    }
    return pipeline;
  }

  private static MinuteByMinute rejectedForLong() {
    MinuteByMinute pipeline = well();
    pass(
        pipeline,
        15,
        p -> {
          usual(p);
          putBroken(p, 12);
        });
    return pipeline;
  }

  @Test
  void theRunbooksTableIsWhatFires() throws IOException {
    Map<String, MinuteByMinute> scenarios = scenarios();
    String table =
        scenarios.entrySet().stream()
            .map(
                each ->
                    "| %s | %s | %s |"
                        .formatted(
                            each.getKey(),
                            text(each.getValue().fired(true)),
                            text(each.getValue().fired(false))))
            .collect(Collectors.joining("\n"));
    assertThat(runbooksTable()).isEqualTo(table);
  }

  private static String runbooksTable() throws IOException {
    String header = "| what happens | pages | warns |\n|---|---|---|\n";
    String runbook = Files.readString(RUNBOOK);
    int start = runbook.indexOf(header) + header.length();
    return runbook.substring(start, runbook.indexOf("\n\n", start));
  }

  private static String text(Set<String> alarms) {
    return alarms.isEmpty()
        ? "none"
        : alarms.stream().map(id -> "*" + id + "*").collect(Collectors.joining(", "));
  }

  @Test
  void quietNightsAndReplaysTellNobody() {
    for (MinuteByMinute pipeline : List.of(quietNight(), replayOfOldData())) {
      assertThat(pipeline.fired(true)).isEmpty();
      assertThat(pipeline.fired(false)).isEmpty();
    }
  }

  @Test
  void aSecondCausePagesWhileTheFirstStands() {
    assertThat(aSecondCause().fired(true)).contains("Settling", "DestinationFailures");
  }
}
