package io.windrow.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.aggregate.Aggregates;
import io.windrow.expression.Expression;
import io.windrow.ledger.Results;
import io.windrow.simulation.contract.ResultsContract;
import io.windrow.view.Result;
import io.windrow.view.ResultSize;
import io.windrow.view.View;
import io.windrow.window.CalendarScale;
import io.windrow.window.PanePolicy;
import io.windrow.window.WindowPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoResultsTest extends ResultsContract {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final String table = TABLES.results();
  private final DynamoResults results = new DynamoResults(TABLES.client(), table, "clicks");

  @Override
  protected Results results() {
    return results;
  }

  @Override
  protected Collection<Result> stored() {
    return results.scan(List.of()).toList();
  }

  @Test
  void aResultIsAnItemThatAPersonCanRead() {
    results.put(List.of(result(Map.of("campaign", "c1"), 10_000, Map.of("views", 12L))));

    Map<String, AttributeValue> item =
        TABLES
            .client()
            .getItem(
                request ->
                    request
                        .tableName(table)
                        .key(
                            Map.of(
                                "key", AttributeValue.fromS("clicks/per-campaign/[\"c1\"]"),
                                "windowEnd", AttributeValue.fromS("1970-01-01T00:00:10.000Z"))))
            .item();
    assertThat(item)
        .containsEntry(
            "id", AttributeValue.fromS("per-campaign/[\"c1\"]/1970-01-01T00:00:10.000Z"));
    assertThat(item).containsEntry("view", AttributeValue.fromS("per-campaign"));
    assertThat(item)
        .containsEntry(
            "group", AttributeValue.fromM(Map.of("campaign", AttributeValue.fromS("c1"))));
    assertThat(item).containsEntry("windowStart", AttributeValue.fromS("1970-01-01T00:00:00.000Z"));
    assertThat(item).containsEntry("revision", AttributeValue.fromN("0"));
    assertThat(item).containsEntry("views", AttributeValue.fromN("12"));
    assertThat(item)
        .containsEntry("window-group", AttributeValue.fromS("1970-01-01T00:00:10.000Z [\"c1\"]"));
    assertThat(text(item, "view-part")).matches("clicks/per-campaign/[0-7]");
    assertThat(item).hasSize(10);
  }

  @Test
  void aWindowsResultsStandTogetherInTheIndexAndAreReadPartByPart() {
    List<Result> window = new ArrayList<>();
    for (int campaign = 0; campaign < 50; campaign++) {
      window.add(result(Map.of("campaign", "c" + campaign), 20_000, Map.of("views", 1L)));
    }
    results.put(window);
    results.put(List.of(result(Map.of("campaign", "c1"), 10_000, Map.of("views", 1L))));

    List<String> found = new ArrayList<>();
    int partsInUse = 0;
    for (int part = 0; part < TableSchemas.PARTS; part++) {
      List<Map<String, AttributeValue>> items =
          byWindow("clicks/per-campaign/" + part, "1970-01-01T00:00:20");
      items.forEach(item -> found.add(text(item, "id")));
      partsInUse += items.isEmpty() ? 0 : 1;
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(window.stream().map(Result::id).toList());
    assertThat(partsInUse).isGreaterThan(TableSchemas.PARTS / 2);
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    return item.getOrDefault(attribute, AttributeValue.fromS("")).s();
  }

  private List<Map<String, AttributeValue>> byWindow(String part, String window) {
    return TABLES
        .client()
        .query(
            request ->
                request
                    .tableName(table)
                    .indexName(TableSchemas.BY_WINDOW)
                    .keyConditionExpression("#p = :p and begins_with(#w, :w)")
                    .expressionAttributeNames(Map.of("#p", "view-part", "#w", "window-group"))
                    .expressionAttributeValues(
                        Map.of(
                            ":p", AttributeValue.fromS(part), ":w", AttributeValue.fromS(window))))
        .items();
  }

  @Test
  void aResultMayVanishSoLongAfterItWasPut() {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_000_000));
    Result old = result(Map.of("campaign", "c1"), 10_000, Map.of("views", 1L));

    new DynamoResults(TABLES.client(), table, "clicks", Duration.ofDays(1), clock)
        .put(List.of(old));

    assertThat(TABLES.client().scan(request -> request.tableName(table)).items())
        .singleElement()
        .satisfies(
            item -> assertThat(item).containsEntry("expires-at", AttributeValue.fromN("1086400")));
    assertThat(results.scan(List.of())).containsExactly(old);
  }

  @Test
  void aResultOfACalendarHasItsTimesByTheClocksOfTheZoneToo() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Result result =
        new Result(
            "days",
            Map.of(),
            Instant.parse("2024-03-30T23:00:00Z").toEpochMilli(),
            Instant.parse("2024-03-31T22:00:00Z").toEpochMilli(),
            0,
            Map.of("n", 2L),
            false,
            berlin);
    View days =
        new View(
            "days",
            "1",
            List.of(),
            new PanePolicy(1, 1, 0, CalendarScale.days(berlin, 0, 0)),
            List.of());

    Map<String, AttributeValue> item = new ResultItems("clicks").toItem(result);

    assertThat(item)
        .containsEntry("windowEnd", AttributeValue.fromS("2024-03-31T22:00:00.000Z"))
        .containsEntry("windowStartLocal", AttributeValue.fromS("2024-03-31T00:00:00.000+01:00"))
        .containsEntry("windowEndLocal", AttributeValue.fromS("2024-04-01T00:00:00.000+02:00"));
    assertThat(new ResultItems("clicks").toResult(item, Map.of("days", days))).isEqualTo(result);
  }

  @Test
  void resultsAreReadBackWithEveryKindOfValue() {
    Map<String, @Nullable Object> group = new LinkedHashMap<>();
    group.put("flag", true);
    group.put("level", new BigDecimal("1.5"));
    group.put("nobody", null);
    group.put("text", "");
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("big", new BigDecimal("99999999999999999999999999999999999999"));
    values.put("count", -3L);
    values.put("none", null);
    values.put("small", new BigDecimal("1E-130"));
    values.put("top", List.of("a", 1L));
    Result result = result(group, 10_000, values);

    results.put(List.of(result));

    assertThat(results.scan(List.of())).containsExactly(result);
  }

  @Test
  void onlyResultsOfThePipelineAreRead() {
    Result mine = result(Map.of("campaign", "c1"), 10_000, Map.of("views", 1L));
    Result another = result(Map.of("campaign", "c2"), 10_000, Map.of("views", 2L));
    results.put(List.of(mine));
    new DynamoResults(TABLES.client(), table, "click").put(List.of(another));

    assertThat(results.scan(List.of())).containsExactly(mine);
  }

  @Test
  void aGroupLongerThanAKeyCanBeHasItsHashForAKey() {
    Result one = result(Map.of("campaign", "x".repeat(5_000) + "1"), 10_000, Map.of("views", 1L));
    Result two = result(Map.of("campaign", "x".repeat(5_000) + "2"), 10_000, Map.of("views", 2L));

    results.put(List.of(one, two));

    assertThat(results.scan(List.of())).containsExactlyInAnyOrder(one, two);
  }

  /** Control characters are the longest in an id, and characters of three bytes elsewhere. */
  @ParameterizedTest
  @CsvSource({"1, 1", "1, 25", "3, 20", "12, 0", "0, 40", "100, 200"})
  void aResultHoldsTheLongestTextsThatItsViewTakes(int fields, int computed) {
    View view = view(fields, computed);
    for (String character : List.of("\u0001", "\u4e2d")) {
      String longest = character.repeat(view.longestText());
      Map<String, @Nullable Object> group = new LinkedHashMap<>();
      view.by().forEach(field -> group.put(field.name(), longest));
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      view.compute().forEach(value -> values.put(value.name(), longest));
      Result result = new Result("per-campaign", group, 0, character.hashCode(), 0, values);

      results.put(List.of(result));

      assertThat(results.scan(List.of(view))).contains(result);
    }
  }

  /** Own code may make results of up to this size; no aggregate of Windrow's comes near. */
  @Test
  void aResultMayBeAsLargeAsItsSizeSays() {
    Map<String, @Nullable Object> group = new LinkedHashMap<>();
    group.put("page", "\u4e2d".repeat(8_000));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      many.add(new BigDecimal("-9.9999999999999999999999999999999999999E+12" + i % 6));
      many.add(Map.of("a", i % 2 == 0, "b", "\u00e9"));
    }
    values.put("many", many);
    values.put("rest", "");
    long size = ResultSize.of(result(group, 10_000, values));
    values.put("rest", "x".repeat((int) (ResultSize.LIMIT - size)));
    Result largest = result(group, 10_000, values);

    results.put(List.of(largest));

    assertThat(ResultSize.of(largest)).isEqualTo(ResultSize.LIMIT);
    assertThat(results.scan(List.of())).containsExactly(largest);
  }

  private static View view(int fields, int computed) {
    List<View.Field> by = new ArrayList<>();
    for (int i = 0; i < fields; i++) {
      by.add(new View.Field("f" + "x".repeat(120) + i, new Text()));
    }
    List<View.Computed> compute = new ArrayList<>();
    for (int i = 0; i < computed; i++) {
      compute.add(
          new View.Computed(
              "c" + "x".repeat(120) + i,
              Aggregates.named("last").orElseThrow(),
              List.of(new Text())));
    }
    return new View("per-campaign", "1", by, WindowPolicy.tumbling(10_000, 0), compute);
  }

  @Test
  void aNumberPastWhatDynamoDbHoldsIsAString() {
    results.put(
        List.of(
            result(Map.of("campaign", "c1"), 10_000, Map.of("spend", new BigDecimal("1.5E+126")))));

    assertThat(results.scan(List.of()).findFirst().orElseThrow().values())
        .isEqualTo(Map.of("spend", "1.5E+126"));
  }

  @Test
  void aComputedValueCannotHideAnAttributeThatEveryResultHas() {
    Result result = result(Map.of("campaign", "c1"), 10_000, Map.of("revision", 7L));

    assertThatThrownBy(() -> results.put(List.of(result)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("can't be called revision");
  }

  @Test
  void anErrorOfOneOfManyPutsIsThrownAsItIs() {
    Result fine = result(Map.of("campaign", "c1"), 10_000, Map.of("views", 7L));
    Result wrong = result(Map.of("campaign", "c2"), 10_000, Map.of("view", 7L));

    assertThatThrownBy(() -> results.put(List.of(fine, wrong)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Result result(
      Map<String, ? extends @Nullable Object> group,
      long windowEnd,
      Map<String, ? extends @Nullable Object> values) {
    return new Result(
        "per-campaign",
        new LinkedHashMap<>(group),
        windowEnd - 10_000,
        windowEnd,
        0,
        new LinkedHashMap<>(values));
  }

  /** A field or an argument that is looked at by nobody. */
  private record Text() implements Expression {
    @Override
    public Object evaluate(Map<String, ? extends @Nullable Object> fields) {
      return "";
    }

    @Override
    public String type() {
      return "string";
    }

    @Override
    public String text() {
      return "''";
    }
  }
}
