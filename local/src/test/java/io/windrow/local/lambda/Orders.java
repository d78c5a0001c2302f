package io.windrow.local.lambda;

import io.windrow.contract.EventTime;
import io.windrow.definition.PipelineBuilder;
import io.windrow.enrichment.Missing;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.view.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline that uses what a function's jar must hold: a contract, functions of the CEL library, a
 * reference file, several aggregates.
 */
final class Orders {
  static final String COUNTRIES = "code,country\nPT,Portugal\nFR,France\nES,Spain\n";
  static final int RECORDS = 1_000;

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final long APART = 100;
  private static final long WINDOW = 10_000;
  private static final List<String> CODES = List.of("pt", "fr", "es", "xx");

  private static final String CONTRACT =
      """
      {"type": "object", "required": ["id", "at", "code", "price"],
       "properties": {"id": {"type": "string", "minLength": 1}, "at": {"type": "string"},
                      "code": {"type": "string"}, "price": {"type": "number"}},
       "examples": [{"id": "a1", "at": "2026-01-31T12:00:00Z", "code": "pt", "price": 1.5}]}
      """;

  private Orders() {}

  static Plan plan() {
    Definition definition =
        new PipelineBuilder("orders")
            .kinesis("orders")
            .contract("order.json")
            .time("at", EventTime.Unit.ISO8601)
            .clean("code", "event.code.upperAscii().trim()")
            .rule("id", "event.id.matches('^[a-z][0-9]+$')")
            .keep("timestamp(event.at) + duration('1h') > timestamp('2026-01-31T00:00:00Z')")
            .enrich(
                "countries",
                lookup ->
                    lookup
                        .file("countries.csv")
                        .key("code")
                        .take("country")
                        .missing(Missing.QUARANTINE))
            .view(
                "by-country",
                view ->
                    view.by("country")
                        .tumbling(Duration.ofMillis(WINDOW))
                        .compute("orders", "count()")
                        .compute("most", "max(math.greatest(price, 1.0))"))
            .build(Orders::file);
    return Plan.of(definition, 1);
  }

  private static Optional<byte[]> file(String path) {
    String text = path.equals("countries.csv") ? COUNTRIES : CONTRACT;
    return Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An order each tenth of a second; each fiftieth is cut off, each fourth of no known country. */
  static String order(int number) {
    String order =
        "{\"id\":\"a%d\",\"at\":\"%s\",\"code\":\"%s\",\"price\":%d}"
            .formatted(number, START.plusMillis(number * APART), code(number), number);
    return isCutOff(number) ? order.substring(0, 20) : order;
  }

  private static boolean isCutOff(int number) {
    return number % 50 == 0;
  }

  private static String code(int number) {
    return CODES.get(number % CODES.size());
  }

  /** Every window but the last, which stays open. */
  static List<Result> results() {
    Map<String, Long> orders = new LinkedHashMap<>();
    Map<String, Long> most = new LinkedHashMap<>();
    int inWindow = (int) (WINDOW / APART);
    List<Result> results = new ArrayList<>();
    for (int first = 0; first < RECORDS - inWindow; first += inWindow) {
      orders.clear();
      most.clear();
      for (int number = first; number < first + inWindow; number++) {
        if (!isCutOff(number) && !code(number).equals("xx")) {
          orders.merge(country(number), 1L, Long::sum);
          most.merge(country(number), (long) number, Math::max);
        }
      }
      long start = START.toEpochMilli() + first * APART;
      orders.forEach(
          (country, count) ->
              results.add(
                  new Result(
                      "by-country",
                      Map.of("country", country),
                      start,
                      start + WINDOW,
                      0,
                      values(count, Math.max(1, most.getOrDefault(country, 0L))))));
    }
    return results;
  }

  private static String country(int number) {
    return switch (code(number)) {
      case "pt" -> "Portugal";
      case "fr" -> "France";
      default -> "Spain";
    };
  }

  private static Map<String, Object> values(long orders, long most) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("orders", orders);
    values.put("most", most);
    return values;
  }
}
