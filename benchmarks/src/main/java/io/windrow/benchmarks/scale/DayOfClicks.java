package io.windrow.benchmarks.scale;

import io.windrow.contract.EventTime;
import io.windrow.definition.PipelineBuilder;
import io.windrow.definition.ViewBuilder;
import io.windrow.enrichment.ReferenceData;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.record.Batch;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A day of clicks on one shard, and their pipeline.
 *
 * @param batches how many batches it is cut into
 * @param clicks how many there are in a batch
 * @param campaigns how many groups they fall into
 */
record DayOfClicks(int batches, int clicks, int campaigns) {
  static final String SHARD = "shardId-000000000000";

  /** Coprime to any number of campaigns that is used here, so that all of them get clicks. */
  private static final long STRIDE = 7919;

  private static final long START = 1_767_225_600_000L;
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final String CONTRACT =
      """
      {"type": "object", "required": ["at", "campaign", "price"],
       "properties": {"at": {"type": "integer"}, "campaign": {"type": "string"},
                      "price": {"type": "number"}}}
      """;

  /** Counts in windows of a day. */
  static Pipeline pipeline() {
    return pipeline(view -> view.tumbling(Duration.ofDays(1)));
  }

  /** Counts in sessions that last as long as the day. */
  static Pipeline sessions() {
    return pipeline(view -> view.session(Duration.ofDays(1)).longest(Duration.ofDays(4)));
  }

  private static Pipeline pipeline(UnaryOperator<ViewBuilder> window) {
    Definition definition =
        new PipelineBuilder("clicks")
            .kinesis("clicks")
            .contract("click.json")
            .time("at", EventTime.Unit.MILLIS)
            .view(
                "by-campaign",
                view ->
                    window
                        .apply(view.by("campaign"))
                        .compute("clicks", "count()")
                        .compute("spend", "sum(price)"))
            .build(path -> Optional.of(CONTRACT.getBytes(StandardCharsets.UTF_8)));
    return Pipeline.of(Plan.of(definition, 1), DayOfClicks::noTable);
  }

  private static ReferenceData noTable(Lookup lookup) {
    throw new IllegalStateException("clicks are not enriched, not even by " + lookup);
  }

  Batch batch(int number) {
    List<StreamRecord> records = new ArrayList<>(clicks);
    for (int i = 0; i < clicks; i++) {
      records.add(click((long) number * clicks + i, time(number)));
    }
    return new Batch(SHARD, records);
  }

  long time(int number) {
    return START + number * DAY / batches;
  }

  /** A click of some days later, with which all windows close. */
  Batch daysLater() {
    return new Batch(SHARD, List.of(click((long) batches * clicks, START + 3 * DAY)));
  }

  /** The campaign of a click, which names its group. */
  int campaign(long click) {
    return (int) (click * STRIDE % campaigns);
  }

  /** The price of a click in hundredths. */
  static int cents(long click) {
    return (int) (click % 300);
  }

  private StreamRecord click(long number, long at) {
    String json =
        "{\"at\":%d,\"campaign\":\"%d\",\"price\":%d.%02d}"
            .formatted(at, campaign(number), cents(number) / 100, cents(number) % 100);
    return new StreamRecord(
        new Position(SHARD, Long.toString(number + 1), 0),
        "key",
        at,
        json.getBytes(StandardCharsets.UTF_8),
        false);
  }
}
