package io.windrow.benchmarks.scale;

import io.windrow.contract.EventTime;
import io.windrow.definition.Definition;
import io.windrow.definition.Lookup;
import io.windrow.definition.Plan;
import io.windrow.enrichment.ReferenceData;
import io.windrow.pipeline.Pipeline;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A day of clicks on one shard, cut into as many batches as asked for, and their pipeline. */
final class DayOfClicks {
  static final String SHARD = "shardId-000000000000";
  static final int CLICKS_A_BATCH = 20;
  static final int CAMPAIGNS = 200;

  private static final long START = 1_767_225_600_000L;
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final String CONTRACT =
      """
      {"type": "object", "required": ["at", "campaign", "price"],
       "properties": {"at": {"type": "integer"}, "campaign": {"type": "string"},
                      "price": {"type": "number"}}}
      """;

  private final int batches;

  DayOfClicks(int batches) {
    this.batches = batches;
  }

  static Pipeline pipeline() {
    Definition definition =
        Definition.builder("clicks")
            .kinesis("clicks")
            .contract("click.json")
            .time("at", EventTime.Unit.MILLIS)
            .view(
                "by-campaign",
                view ->
                    view.by("campaign")
                        .tumbling(Duration.ofDays(1))
                        .compute("clicks", "count()")
                        .compute("spend", "sum(price)"))
            .build(path -> Optional.of(CONTRACT.getBytes(StandardCharsets.UTF_8)));
    return Pipeline.of(Plan.of(definition, 1), DayOfClicks::noTable);
  }

  private static ReferenceData noTable(Lookup lookup) {
    throw new IllegalStateException("clicks are not enriched, not even by " + lookup);
  }

  int batches() {
    return batches;
  }

  Batch batch(int number) {
    List<StreamRecord> records = new ArrayList<>(CLICKS_A_BATCH);
    for (int i = 0; i < CLICKS_A_BATCH; i++) {
      records.add(click((long) number * CLICKS_A_BATCH + i, time(number)));
    }
    return new Batch(SHARD, records);
  }

  long time(int number) {
    return START + number * DAY / batches;
  }

  /** A click of the next day, with which the window closes. */
  Batch nextDay() {
    return new Batch(SHARD, List.of(click((long) batches * CLICKS_A_BATCH, START + DAY)));
  }

  private static StreamRecord click(long number, long at) {
    String json =
        "{\"at\":%d,\"campaign\":\"campaign-%d\",\"price\":%d.%02d}"
            .formatted(at, number * 7919 % CAMPAIGNS, number % 3, number % 100);
    return new StreamRecord(
        new Position(SHARD, Long.toString(number + 1), 0),
        "key",
        at,
        json.getBytes(StandardCharsets.UTF_8),
        false);
  }
}
