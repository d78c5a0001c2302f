package io.windrow.definition;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.windrow.contract.EventTime.Unit;
import io.windrow.contract.Rule;
import io.windrow.contract.TimeFormat;
import io.windrow.enrichment.Missing;
import io.windrow.plan.Alert;
import io.windrow.plan.Clean;
import io.windrow.plan.Definition;
import io.windrow.plan.Lookup;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.plan.ReferenceTable;
import io.windrow.plan.StreamSource;
import io.windrow.plan.TimeDefinition;
import io.windrow.plan.ViewDefinition;
import io.windrow.record.FieldPath;
import io.windrow.view.View;
import io.windrow.window.CalendarScale;
import io.windrow.window.EvenScale;
import io.windrow.window.PanePolicy;
import io.windrow.window.SessionPolicy;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {

  @Test
  void theDefinitionOfTheDesignIsRead() {
    Definition read = AdClicks.read(AdClicks.YAML);

    assertThat(read.name()).isEqualTo("ad-clicks");
    assertThat(read.source())
        .isEqualTo(
            new StreamSource(
                new StreamSource.Owned("ad-clicks"),
                StreamSource.JSON,
                new StreamSource.Earliest(),
                false,
                false,
                false));
    assertThat(read.contract().path()).isEqualTo("ad-click.schema.json");
    assertThat(read.time())
        .isEqualTo(
            new TimeDefinition.OfField(
                FieldPath.of("event_time"), TimeFormat.of(Unit.MILLIS), 60_000, 600_000L));
    assertThat(read.clean()).extracting(Clean::field).containsExactly("country");
    assertThat(read.rules()).extracting(Rule::name).containsExactly("paid");
    assertThat(read.keep()).isNotNull();
    assertThat(read.alerts()).extracting(Alert::view).containsExactly("views-per-campaign");
  }

  @Test
  void noViewOfAConfidentialSourceIsAMetric() {
    String yaml = AdClicks.YAML.replace("kinesis: ad-clicks", "kinesis: s, confidential: true");
    String metric = yaml.replace("grace: 60s }\n", "grace: 60s }\n    metric: true\n");

    Plan plan = Plan.of(AdClicks.read(yaml), 1);
    assertThat(PlanFile.read(PlanFile.write(plan)).definition().source())
        .isEqualTo(plan.definition().source())
        .matches(StreamSource::confidential);
    assertThat(AdClicks.read(AdClicks.YAML).source().confidential()).isFalse();
    assertThat(metric).isNotEqualTo(yaml);
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> AdClicks.read(metric))
        .withMessageContaining("'metric' in a view of a confidential source");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hopping: 10s, slide: 1ms, grace: 0s",
        "tumbling: 3650d, grace: 3650d",
        "session: 1825d, longest: 3650d"
      })
  void aWindowOfTheMostThatIsAllowedIsRead(String window) {
    String yaml = AdClicks.YAML.replace("tumbling: 10s, grace: 60s", window);

    assertThat(AdClicks.read(yaml).views()).hasSize(1);
  }

  @Test
  void whatIsAllowedAndProbablyNotMeantIsAWarning() {
    List<Problem> warnings = new ArrayList<>();
    String yaml =
        AdClicks.YAML
            .replace("tumbling: 10s, grace: 60s", "tumbling: 7d")
            .replace("field: event_time, unit: millis", "field: country, unit: iso8601");

    new DefinitionReader(
            name ->
                name.equals(DefinitionReader.FILE)
                    ? Optional.of(yaml.getBytes(StandardCharsets.UTF_8))
                    : AdClicks.SIBLINGS.read(name))
        .read(warnings::addAll);

    assertThat(warnings)
        .extracting(Problem::toString)
        .containsExactly(
            "pipeline.yaml:4:31: no 'zone' in the time, so a text without an offset is rejected as"
                + " time.format, expected zone: UTC, or the zone in which such times are local, if"
                + " there may be any",
            "pipeline.yaml:15:13: no 'grace' in a window, so an event that comes out of order after"
                + " the window's end is late, expected grace: how long to wait for such events, 0s"
                + " for not at all",
            "pipeline.yaml:15:25: windows that start 7d apart, on Thursdays, as 1970 did, expected"
                + " 1w for weeks that start on Mondays, or start: and the day",
            "pipeline.yaml:18:3: alerts are checked, and not raised yet");
  }

  @Test
  void anEnrichmentIsRead() {
    Lookup lookup = AdClicks.read(AdClicks.YAML).enrich().get(0);

    assertThat(lookup.table()).isEqualTo(new ReferenceTable.File("ads", "ads.csv"));
    assertThat(lookup.column()).isEqualTo("ad_id");
    assertThat(lookup.key().text()).isEqualTo("ad_id");
    assertThat(lookup.take()).containsExactly("campaign_id");
    assertThat(lookup.missing()).isEqualTo(Missing.QUARANTINE);
  }

  @Test
  void aTableWithoutAFileIsOneOfDynamoDb() {
    assertThat(AdClicks.read(Examples.MOST).enrich())
        .extracting(Lookup::table)
        .containsExactly(
            new ReferenceTable.File("ads", "ads.csv"),
            new ReferenceTable.File("more", "tables/ads.json"),
            new ReferenceTable.Dynamo("Users.v2", "Users.v2", 30_000),
            new ReferenceTable.Dynamo("prices", "prices-2026", 300_000));
  }

  @Test
  void aViewIsRead() {
    View view = Plan.of(AdClicks.read(Examples.MOST), 1).views().get(1);

    assertThat(view.name()).isEqualTo("by-land");
    assertThat(view.window()).isEqualTo(new PanePolicy(10_000, 2_500, 60_000));
    assertThat(view.by()).extracting(View.Field::name).containsExactly("land", "geo.seen", "first");
    assertThat(view.compute().get(2).arguments().get(0).text()).isEqualTo("price * 2.0");
    assertThat(view.compute().get(6).arguments().get(0).text())
        .isEqualTo("country.substring(0, 1)");
  }

  @Test
  void namesThatAreNoIdentifiersAreReadWhereOthersAre() {
    Definition read = AdClicks.read(Examples.ODD_NAMES);

    assertThat(time(read).field().names()).containsExactly("event.time");
    assertThat(read.clean())
        .extracting(Clean::field)
        .containsExactly("user-agent", "log.level", "@version");
    assertThat(read.enrich()).extracting(Lookup::column).containsExactly("user-agent", "the level");
    assertThat(read.views().get(0).by())
        .extracting(ViewDefinition.By::name)
        .containsExactly("log.level", "http.status", "@version", "is bot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'@timestamp'           | @timestamp",
        "'event[\"@timestamp\"]'  | @timestamp",
        "user-agent             | user-agent",
        "event.http.status      | http.status",
        "http.status            | http.status",
      })
  void theFieldOfTheTimeIsWrittenByItselfOrAsInAnExpression(String field, String path) {
    String odd = "event.`event.time`, unit: iso8601";
    String yaml = Examples.ODD_NAMES.replace(odd, field + ", unit: seconds");

    assertThat(time(AdClicks.read(yaml)).field()).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"event.created", "event.event.created"})
  void theFieldOfTheTimeMayBeOfAnObjectThatIsCalledEvent(String field) {
    String yaml =
        """
        name: logs
        source: { kinesis: logs }
        contract: ecs.schema.json
        time: { field: %s, unit: seconds }
        """
            .formatted(field);

    assertThat(time(AdClicks.read(yaml)).field()).hasToString("event.created");
  }

  @Test
  void sessionsAreReadAndAreCutAfterADayIfNothingIsSaid() {
    assertThat(Plan.of(AdClicks.read(Examples.MOST), 1).views().get(3).window())
        .isEqualTo(new SessionPolicy(1_800_000, 5_000, 21_600_000));
    assertThat(
            AdClicks.read(AdClicks.YAML.replace("tumbling: 10s", "session: 30s"))
                .views()
                .get(0)
                .window())
        .isEqualTo(new SessionPolicy(30_000, 60_000, 86_400_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "unit: nanos                                        | NANOS          |                     "
            + "    |",
        "unit: iso8601, zone: Europe/Berlin                 | ISO8601        |                     "
            + "    | Europe/Berlin",
        "unit: [iso8601, seconds]                           | ISO8601SECONDS |                     "
            + "    |",
        "pattern: 'dd/MMM/yyyy:HH:mm:ss Z'                  |                | dd/MMM/yyyy:HH:mm:ss"
            + " Z  |",
        "pattern: 'dd/MM/yyyy HH:mm', unit: millis, zone: UTC | MILLIS       | dd/MM/yyyy HH:mm    "
            + "    | UTC",
        "pattern: [yyyyMMddHHmm, yyyyMMdd], zone: +02:00    |                | yyyyMMddHHmmyyyyMMdd"
            + "    | +02:00",
      })
  void aTimeIsWrittenInUnitsOrByPatterns(
      String format, @Nullable String units, @Nullable String patterns, @Nullable String zone) {
    String yaml =
        AdClicks.YAML.replace("field: event_time, unit: millis", "field: country, " + format);

    TimeFormat read = time(AdClicks.read(yaml)).format();

    assertThat(read.units().stream().map(Unit::name).collect(joining()))
        .isEqualTo(Objects.requireNonNullElse(units, ""));
    assertThat(String.join("", read.patterns()))
        .isEqualTo(Objects.requireNonNullElse(patterns, ""));
    assertThat(read.zone()).isEqualTo(zone == null ? null : ZoneId.of(zone));
  }

  @Test
  void windowsStartWhereTheDefinitionSays() {
    long minute = 60_000;
    long hour = 60 * minute;
    long day = 24 * hour;

    assertThat(AdClicks.read(Examples.CALENDAR).views())
        .extracting(ViewDefinition::window)
        .containsExactly(
            new PanePolicy(hour, 20 * minute, 0, new EvenScale(5 * minute)),
            new PanePolicy(1, 1, 0, CalendarScale.days(ZoneId.of("Europe/Berlin"), 0, 6 * hour)),
            new PanePolicy(14 * day, 14 * day, 0, new EvenScale(4 * day)),
            new PanePolicy(7, 7, 0, CalendarScale.days(ZoneId.of("America/New_York"), 3, 0)),
            new PanePolicy(7, 1, 0, CalendarScale.days(ZoneId.of("UTC"), 0, 0)),
            new PanePolicy(1, 1, 0, CalendarScale.months(ZoneOffset.UTC, 0)),
            new PanePolicy(3, 1, day, CalendarScale.months(ZoneId.of("Asia/Kolkata"), 0)));
  }

  @Test
  void anEventMayHappenAsItArrives() {
    String yaml = AdClicks.YAML.replaceFirst("time: .*", "time: arrival");

    TimeDefinition time = AdClicks.read(yaml).time();

    assertThat(time).isEqualTo(new TimeDefinition.OfArrival());
    assertThat(time.behind()).isZero();
  }

  @Test
  void whatIsNotSaidHasADefault() {
    Definition read = AdClicks.read(Examples.LEAST);

    assertThat(read.time())
        .isEqualTo(
            new TimeDefinition.OfField(
                FieldPath.of("event_time"),
                TimeFormat.of(Unit.SECONDS),
                TimeDefinition.DEFAULT_AHEAD,
                null));
    assertThat(read.keep()).isNull();
    assertThat(read.views()).isEmpty();
  }

  @Test
  void aCallWithACommaInBracesIsPutTogetherAgain() {
    Definition read =
        AdClicks.read(
            AdClicks.YAML.replace(
                "{ views: count(), spend: sum(price) }",
                "{ a: first(country.substring(0, 1)), b: count(country.startsWith('a, b')), views:"
                    + " count() }"));

    assertThat(read.views().get(0).compute())
        .extracting(value -> value.arguments().stream().map(Object::toString).toList().toString())
        .containsExactly("[country.substring(0, 1)]", "[country.startsWith('a, b')]", "[]");
  }

  @Test
  void allThatIsWrongIsReportedAtOnceInTheOrderOfTheFile() {
    DefinitionException wrong =
        catchThrowableOfType(
            DefinitionException.class,
            () ->
                AdClicks.read(
                    AdClicks.YAML
                        .replace("start: earliest", "start: soon")
                        .replace("unit: millis", "unit: minutes")
                        .replace("event.price >= 0.0", "event.pric >= 0.0")
                        .replace("missing: quarantine", "mising: quarantine")
                        .replace("grace: 60s", "grace: 60")
                        .replace("sum(price)", "sum(prize)")));

    assertThat(wrong.problems()).extracting(Problem::line).containsExactly(2, 4, 8, 11, 15, 16);
    assertThat(wrong.problems().get(5).nearest()).isEqualTo("price");
    assertThat(wrong).hasMessageContaining("pipeline.yaml:16:").hasMessageContaining("\n");
  }

  @Test
  void aPipelineHasAThousandViewsAtMost() {
    String views = AdClicks.YAML.substring(0, AdClicks.YAML.indexOf("views:"));

    assertThat(AdClicks.read(views + "views:" + views(1000)).views()).hasSize(1000);
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> AdClicks.read(views + "views:" + views(1001)))
        .withMessageContaining("1001 views, expected 1000 at most in one pipeline");
  }

  private static String views(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                "\n- { name: v%d, by: [], window: { tumbling: 1m, grace: 0s }, compute: { n: count() } }"
                    .formatted(i))
        .collect(joining());
  }

  @Test
  void theFileIsReadFromItsDirectory() {
    Siblings directory =
        path ->
            path.equals("pipeline.yaml")
                ? Optional.of(AdClicks.YAML.getBytes(StandardCharsets.UTF_8))
                : AdClicks.SIBLINGS.read(path);

    assertThat(new DefinitionReader(directory).read().name()).isEqualTo("ad-clicks");
  }

  @Test
  void aDirectoryWithoutADefinitionIsAProblem() {
    DefinitionException wrong =
        catchThrowableOfType(
            DefinitionException.class, () -> new DefinitionReader(AdClicks.SIBLINGS).read());

    assertThat(wrong)
        .hasMessage(
            "pipeline.yaml:1:1: no file 'pipeline.yaml', expected the definition of a pipeline");
  }

  @Test
  void aDefinitionThatIsNotUtf8IsAProblem() {
    Siblings directory = path -> Optional.of(new byte[] {'a', ':', (byte) 0xFF});
    DefinitionException wrong =
        catchThrowableOfType(
            DefinitionException.class, () -> new DefinitionReader(directory).read());

    assertThat(wrong)
        .hasMessage("pipeline.yaml:1:1: bytes that are not UTF-8, expected a text saved as UTF-8");
  }

  private static TimeDefinition.OfField time(Definition definition) {
    return (TimeDefinition.OfField) definition.time();
  }
}
