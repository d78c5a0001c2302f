package io.windrow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrow.expression.ExpressionTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one JSON document that a plan travels in: {@code {"format", "generation", "definition",
 * "fingerprints"}}, with the trees of checked expressions and the contract whole.
 */
public final class PlanFile {
  /** The name of a plan's file in the functions' asset. */
  public static final String NAME = "plan.json";

  /** Which form of the document this version writes, and the only one that it reads. */
  public static final int FORMAT = 1;

  private PlanFile() {}

  public static byte[] write(Plan plan) {
    ObjectNode json = StrictJson.MAPPER.createObjectNode();
    json.put("format", FORMAT).put("generation", plan.generation());
    json.set(
        "definition", new PlanWriter(new ExpressionTrees()::write).definition(plan.definition()));
    ObjectNode fingerprints = json.putObject("fingerprints");
    plan.definition()
        .views()
        .forEach(view -> fingerprints.put(view.name(), plan.fingerprints().get(view.name())));
    try {
      return StrictJson.MAPPER.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a tree in memory was not written", e);
    }
  }

  /**
   * The plan that was written.
   *
   * @throws IllegalArgumentException when it is no plan, or one of another format
   */
  public static Plan read(byte[] content) {
    JsonNode json = parse(content);
    int format = json.path("format").asInt(0);
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "found a plan of format %d, expected %d; make the plan anew with the version of Windrow that runs it"
              .formatted(format, FORMAT));
    }
    Map<String, String> fingerprints = new LinkedHashMap<>();
    PlanReader.part(json, "fingerprints")
        .properties()
        .forEach(entry -> fingerprints.put(entry.getKey(), entry.getValue().asText()));
    Definition definition =
        new PlanReader(new ExpressionTrees()::read).definition(PlanReader.part(json, "definition"));
    return new Plan(PlanReader.number(json, "generation"), definition, fingerprints);
  }

  private static JsonNode parse(byte[] content) {
    try {
      return StrictJson.MAPPER.readTree(content);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "found no JSON where a plan is expected: " + e.getMessage(), e);
    }
  }
}
