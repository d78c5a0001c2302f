package io.windrow.functions;

import io.windrow.contract.EventTime;
import io.windrow.definition.PipelineBuilder;
import io.windrow.definition.ViewBuilder;
import io.windrow.plan.Definition;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A small pipeline for tests: clicks by country, counted in windows of ten seconds. */
public final class Clicks {
  public static final String SHARD = "shardId-000000000000";

  private static final String CONTRACT =
      """
      {"type": "object", "required": ["at", "country"],
       "properties": {"at": {"type": "integer"}, "country": {"type": "string"}}}
      """;

  private static final String COUNTRIES = "country,continent\nPT,Europe\n";

  private Clicks() {}

  /** The definition, with the two greatest countries as metrics. */
  public static Definition definition() {
    return built(withTime());
  }

  /** The same, whose owner says that nothing comes later than this. */
  public static Definition behind(Duration most) {
    return built(withTime().behind(most));
  }

  /** The same, of a confidential source and without metrics of values. */
  public static Definition confidential() {
    return built(withTime().confidential(), UnaryOperator.identity());
  }

  /** The same, with the continent of each country from a file. */
  public static Definition enriched() {
    return built(
        withTime()
            .enrich(
                "countries",
                table -> table.file("countries.csv").key("country").take("continent")));
  }

  private static PipelineBuilder withTime() {
    return new PipelineBuilder("clicks")
        .kinesis("clicks")
        .contract("click.json")
        .time("at", EventTime.Unit.MILLIS);
  }

  private static Definition built(PipelineBuilder pipeline) {
    return built(pipeline, view -> view.metric(2));
  }

  private static Definition built(PipelineBuilder pipeline, UnaryOperator<ViewBuilder> metric) {
    return pipeline
        .keep("event.country != 'test'")
        .view(
            "by-country",
            view ->
                metric.apply(
                    view.by("country")
                        .tumbling(Duration.ofSeconds(10))
                        .compute("clicks", "count()")))
        .build(
            path ->
                Optional.of(
                    (path.endsWith(".csv") ? COUNTRIES : CONTRACT)
                        .getBytes(StandardCharsets.UTF_8)));
  }

  /** A click, put when it happened. */
  public static StreamRecord click(long sequence, long at, String country) {
    return record(sequence, at, "{\"at\":%d,\"country\":\"%s\"}".formatted(at, country));
  }

  /** A record of any payload. */
  public static StreamRecord record(long sequence, long arrival, String payload) {
    return new StreamRecord(
        new Position(SHARD, Long.toString(sequence), 0),
        "key",
        arrival,
        payload.getBytes(StandardCharsets.UTF_8),
        false);
  }
}
