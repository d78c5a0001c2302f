package io.windrow.simulation.world;

import io.windrow.definition.DefinitionException;
import io.windrow.definition.DefinitionReader;
import io.windrow.enrichment.FileReferenceData;
import io.windrow.ledger.Steps;
import io.windrow.pipeline.Pipeline;
import io.windrow.plan.Definition;
import io.windrow.plan.Plan;
import io.windrow.plan.PlanFile;
import io.windrow.simulation.schedule.Choices;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pipeline.yaml of a small grammar, drawn from a seed, with records to match and to break it. */
final class DrawnDefinition {
  private static final String CONTRACT =
      """
      {"type": "object", "required": ["at", "kind"], "properties": {
        "at": {"type": "integer"}, "kind": {"type": "string"}, "price": {"type": "number"},
        "quantity": {"type": "integer"}, "place": {"type": "object",
          "properties": {"city": {"type": "string"}}}}}
      """;
  private static final String CITIES = "kind,region\nred,north\ngreen,south\n";
  private static final List<String> VALUES =
      List.of(
          "price",
          "event.price * 1.5",
          "quantity",
          "price + double(quantity)",
          "price / 3.0",
          "has(event.price) ? price : 0.0");
  private static final List<String> GROUPS =
      List.of("kind", "place.city", "event.kind.upperAscii()", "quantity % 3", "region");

  private DrawnDefinition() {}

  static Scenario draw(Choices choices) {
    Steps steps = Pipeline.of(plan(choices), lookup -> cities(lookup.column())).steps();
    Long behind = steps.behind();
    long spread = behind == null ? choices.between(1, 60) * 1000 : behind;
    return new Scenario(
        steps, (drawing, arrival) -> payload(drawing, arrival, spread), 1 + choices.below(3));
  }

  private static FileReferenceData cities(String column) {
    return FileReferenceData.of("regions.csv", column, CITIES.getBytes(StandardCharsets.UTF_8));
  }

  /** Through the file that functions load, so that it is the plan of a deployment. */
  private static Plan plan(Choices choices) {
    String text = text(choices);
    Map<String, String> files = Map.of("event.schema.json", CONTRACT, "regions.csv", CITIES);
    DefinitionReader reader =
        new DefinitionReader(
            name ->
                Optional.ofNullable(files.get(name))
                    .map(file -> file.getBytes(StandardCharsets.UTF_8)));
    try {
      Definition definition = reader.read("pipeline.yaml", text);
      return PlanFile.read(PlanFile.write(Plan.of(definition, 1)));
    } catch (DefinitionException e) {
      throw new AssertionError(text, e);
    }
  }

  private static String text(Choices choices) {
    List<String> lines = new ArrayList<>();
    lines.add("name: drawn");
    lines.add("source: { kinesis: drawn, format: json, start: earliest }");
    lines.add("contract: event.schema.json");
    String behind = choices.chance(0.4) ? ", behind: " + choices.between(1, 60) + "s" : "";
    lines.add("time: { field: at, unit: millis, ahead: 5s" + behind + " }");
    if (choices.chance(0.3)) {
      lines.add("clean: { kind: event.kind.lowerAscii() }");
    }
    if (choices.chance(0.5)) {
      lines.add("rules: [{ name: paid, require: '!has(event.price) || event.price >= 0.0' }]");
    }
    if (choices.chance(0.5)) {
      lines.add("keep: event.kind != 'skip'");
    }
    String missing = choices.chance(0.5) ? "keep" : "quarantine";
    lines.add("enrich: [{ table: regions, key: kind, take: [region], missing: " + missing + " }]");
    lines.add("views:");
    for (int view = choices.below(3); view >= 0; view--) {
      lines.add("  - name: view-" + view);
      lines.add("    by: [" + groups(choices) + "]");
      lines.add("    window: " + window(choices));
      lines.add("    compute: " + compute(choices));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String groups(Choices choices) {
    return choices.chance(0.2) ? "" : "'" + choices.oneOf(GROUPS) + "'";
  }

  private static String window(Choices choices) {
    long seconds = choices.between(1, 10);
    String grace = ", grace: " + (choices.chance(0.5) ? 0 : choices.between(0, 20)) + "s }";
    return switch (choices.below(3)) {
      case 0 -> "{ tumbling: " + seconds + "s" + grace;
      case 1 ->
          "{ hopping: "
              + seconds * choices.between(1, 3)
              + "s, slide: "
              + seconds * 1000 / choices.between(1, 2)
              + "ms"
              + grace;
      default -> "{ session: " + seconds + "s" + longest(seconds, choices) + grace;
    };
  }

  private static String longest(long gap, Choices choices) {
    return choices.chance(0.3) ? "" : ", longest: " + gap * choices.between(2, 10) + "s";
  }

  private static String compute(Choices choices) {
    List<String> computed = new ArrayList<>(List.of("n: count()", "dear: 'count(price > 1.0)'"));
    for (String aggregate : List.of("sum", "min", "max", "mean", "stddev", "first", "last")) {
      if (choices.chance(0.4)) {
        computed.add(aggregate + ": '" + aggregate + "(" + choices.oneOf(VALUES) + ")'");
      }
    }
    return "{ " + String.join(", ", computed) + " }";
  }

  private static byte[] payload(Choices choices, long arrival, long spread) {
    long at = arrival - choices.between(choices.chance(0.05) ? -10_000 : 0, spread);
    String kind = choices.oneOf(List.of("red", "GREEN", "green", "blue", "skip"));
    StringBuilder json = new StringBuilder();
    json.append("{\"at\":").append(at).append(",\"kind\":\"").append(kind).append('"');
    if (choices.chance(0.8)) {
      json.append(",\"price\":").append(choices.between(-300, 9999)).append("e-2");
    }
    if (choices.chance(0.8)) {
      json.append(",\"quantity\":").append(choices.between(-5, 5));
    }
    if (choices.chance(0.7)) {
      json.append(",\"place\":{\"city\":\"").append(choices.below(3)).append("\"}");
    }
    json.append(choices.chance(0.03) ? "" : "}");
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
