package io.windrow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.windrow.contract.EventTime.Unit;
import io.windrow.enrichment.Missing;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.plan.StreamSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PipelineBuilderTest {

  @Test
  void aBuiltDefinitionEqualsTheFilesOne() {
    Definition built =
        new PipelineBuilder("ad-clicks")
            .kinesis("ad-clicks")
            .fromEarliest()
            .contract("ad-click.schema.json")
            .time("event_time", Unit.MILLIS)
            .ahead(Duration.ofMinutes(1))
            .behind(Duration.ofMinutes(10))
            .clean("country", "event.country.upperAscii()")
            .rule("paid", "event.price >= 0.0")
            .keep("event.event_type == 'view'")
            .enrich("ads", ads -> ads.key("ad_id").take("campaign_id").missing(Missing.QUARANTINE))
            .view(
                "views-per-campaign",
                view ->
                    view.by("campaign_id")
                        .tumbling(Duration.ofSeconds(10))
                        .grace(Duration.ofSeconds(60))
                        .compute("views", "count()")
                        .compute("spend", "sum(price)"))
            .alert("surge", "views-per-campaign", "result.views > 10000")
            .build(AdClicks.SIBLINGS);

    assertThat(plan(built)).isEqualTo(plan(AdClicks.read(AdClicks.YAML)));
  }

  @Test
  void aBuilderSaysEachStartThatAFileCan() {
    PipelineBuilder clicks =
        new PipelineBuilder("clicks")
            .kinesis("clicks")
            .contract("ad-click.schema.json")
            .time("event_time", Unit.MILLIS);
    Instant noon = Instant.parse("2026-01-31T12:00:00Z");

    assertThat(start(clicks.fromLatest())).isEqualTo(new StreamSource.Latest());
    assertThat(start(clicks.from(noon))).isEqualTo(new StreamSource.At(noon.toEpochMilli()));
    assertThat(start(clicks.fromEarliest())).isEqualTo(new StreamSource.Earliest());
  }

  private static StreamSource.Start start(PipelineBuilder pipeline) {
    return pipeline.build(AdClicks.SIBLINGS).source().start();
  }

  @Test
  void everythingThatAFileCanSayABuilderCanToo() {
    Definition built =
        new PipelineBuilder("most")
            .stream(
                    "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks",
                    "arn:aws:kms:eu-west-1:123456789012:key/12345678-1234")
                .from(Instant.parse("2026-01-31T11:00:00Z"))
                .fanout()
                .critical()
                .contract("ad-click.schema.json")
                .time("geo.seen", Unit.ISO8601)
                .ahead(Duration.ofSeconds(90))
                .behind(Duration.ofHours(2))
                .clean("country", "event.country == '' ? 'none' : event.country")
                .clean("land", "country.lowerAscii()")
                .rule("cheap", "event.price >= 0.0 && event.price < 100.0")
                .rule("tagged", "size(event.tags) > 0")
                .keep("!(event.event_type in ['test', 'probe'])")
                .enrich("ads", ads -> ads.key("ad_id").take("campaign_id"))
                .enrich(
                    "more",
                    more ->
                        more.file("tables/ads.json").key("ad", "event.ad_id + '!'").take("a", "b"))
                .enrich(
                    "Users.v2",
                    users ->
                        users
                            .key("user_id")
                            .take("age")
                            .missing(Missing.QUARANTINE)
                            .maxAge(Duration.ofSeconds(30)))
                .enrich(
                    "prices",
                    prices ->
                        prices.dynamodb("prices-2026").key("id", "event.geo.seen").take("tier"))
                .view(
                    "everything",
                    view -> view.tumbling(Duration.ofDays(1)).compute("events", "count()"))
                .view("by-land", PipelineBuilderTest::byLand)
                .view(
                    "by-age",
                    view ->
                        view.by("age")
                            .tumbling(Duration.ofMillis(500))
                            .compute("s", "sum(price)")
                            .metric(10))
                .view(
                    "visits",
                    view ->
                        view.by("user_id")
                            .session(Duration.ofMinutes(30))
                            .longest(Duration.ofHours(6))
                            .grace(Duration.ofSeconds(5))
                            .compute("pages", "count()"))
                .alert("surge", "by-land", "result.dear > 10 && result.land == 'de'")
                .build(AdClicks.SIBLINGS);

    assertThat(plan(built)).isEqualTo(plan(AdClicks.read(Examples.MOST)));
  }

  private static ViewBuilder byLand(ViewBuilder view) {
    return view.by("land", "event.geo.seen")
        .byNamed("first", "event.ad_id.substring(0, 1)")
        .hopping(Duration.ofSeconds(10), Duration.ofMillis(2500))
        .grace(Duration.ofMinutes(1))
        .compute("dear", "count(event.price > 1.0)")
        .compute("low", "min(price)")
        .compute("high", "max(price * 2.0)")
        .compute("mean", "mean(price)")
        .compute("spread", "stddev(price)")
        .compute("opened", "first(event_type)")
        .compute("closed", "last(country.substring(0, 1))")
        .metric(3);
  }

  @Test
  void aBuilderReportsAllProblemsByPath() {
    DefinitionException wrong =
        catchThrowableOfType(
            DefinitionException.class,
            () ->
                new PipelineBuilder("Ad Clicks")
                    .contract("ad-click.schema.json")
                    .time("event_tim", Unit.MILLIS)
                    .ahead(Duration.ofMillis(-1))
                    .rule("paid", "event.price")
                    .view("v", view -> view.by("adid").hopping(Duration.ZERO, Duration.ZERO))
                    .build(AdClicks.SIBLINGS));

    assertThat(wrong.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "name: 'Ad Clicks' as the name of a pipeline, expected a name of a-z, 0-9 and '-' that"
                + " begins with a letter, 63 characters at most",
            "pipeline: no 'source' in the pipeline, expected source: { kinesis: a stream's name }",
            "time.field: unknown field 'event_tim', expected one of ad_id, user_id, event_type,"
                + " event_time, price, country, tags, geo, geo.seen, or time: arrival, when Kinesis"
                + " took the record; did you mean 'event_time'?",
            "time.ahead: '-1ms' for 'ahead', expected a duration such as 500ms, 10s, 5m, 1h, 7d or"
                + " 1m30s",
            "rules[0].require: an expression of type double for 'require', expected type bool",
            "views[0].by[0]: no field adid in the event, expected one of event, record, ad_id, user_id,"
                + " event_type, event_time, price, country, tags, geo; did you mean 'ad_id'?",
            "views[0].window.hopping: no time at all for 'hopping', expected a duration of 1ms at"
                + " least",
            "views[0].window.slide: no time at all for 'slide', expected a duration of 1ms at"
                + " least",
            "views[0].compute: nothing to compute, expected a mapping such as { views: count(),"
                + " spend: sum(price) }");
  }

  @Test
  void aBuilderRefusesAnEventInTooManyWindowsAndAWindowThatIsTooLong() {
    DefinitionException wrong =
        catchThrowableOfType(
            DefinitionException.class,
            () ->
                new PipelineBuilder("ad-clicks")
                    .kinesis("ad-clicks")
                    .contract("ad-click.schema.json")
                    .time("event_time", Unit.MILLIS)
                    .view(
                        "often",
                        view ->
                            view.hopping(Duration.ofDays(1), Duration.ofSeconds(1))
                                .compute("n", "count()"))
                    .view(
                        "long",
                        view -> view.tumbling(Duration.ofDays(3651)).compute("n", "count()"))
                    .build(AdClicks.SIBLINGS));

    assertThat(wrong.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "views[0].window.slide: a slide of 1s in windows of 1d, so that 86400 windows hold each"
                + " event, expected one that makes it 10000 at most",
            "views[1].window.tumbling: 3651d for 'tumbling', expected a duration of 3650d at most");
  }

  private static String plan(Definition definition) {
    return new String(PlanFile.write(Plan.of(definition, 1)), StandardCharsets.UTF_8);
  }
}
