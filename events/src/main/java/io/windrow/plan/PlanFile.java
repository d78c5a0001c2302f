package io.windrow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrow.expression.ExpressionTrees;
import io.windrow.plugin.PlugInException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one JSON document that a plan travels in: {@code {"format", "generation", "definition",
 * "plugIns", "fingerprints"}}, with the trees of checked expressions and the contract whole.
 */
public final class PlanFile {
  /** The name of a plan's file in the functions' asset. */
  public static final String NAME = "plan.json";

  /** Which form of the document this version writes, and the only one that it reads. */
  public static final int FORMAT = 2;

  private PlanFile() {}

  public static byte[] write(Plan plan) {
    ObjectNode json = StrictJson.MAPPER.createObjectNode();
    json.put("format", FORMAT).put("generation", plan.generation());
    json.set(
        "definition", new PlanWriter(new ExpressionTrees()::write).definition(plan.definition()));
    ArrayNode plugIns = json.putArray("plugIns");
    plan.plugInUses().forEach(use -> plugIns.add(use.toString()));
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
    return read(content, PlugIns.NONE);
  }

  /**
   * The plan that was written, with the plug-ins that it names.
   *
   * @throws IllegalArgumentException when it is no plan, or one of another format, or one of other
   *     versions of the plug-ins
   */
  public static Plan read(byte[] content, PlugIns plugIns) {
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
        new PlanReader(new ExpressionTrees(plugIns.functions())::read)
            .definition(PlanReader.part(json, "definition"));
    Plan plan = new Plan(PlanReader.number(json, "generation"), definition, fingerprints, plugIns);
    checkPlugIns(plan, json.path("plugIns"));
    return plan;
  }

  private static void checkPlugIns(Plan plan, JsonNode written) {
    List<String> expected = new ArrayList<>();
    written.forEach(use -> expected.add(use.asText()));
    List<String> found = plan.plugInUses().stream().map(PlugInUse::toString).toList();
    if (!found.equals(expected)) {
      throw new PlugInException(
          "the plan was made with the plug-ins %s, and the jars hold %s; make the plan anew"
              .formatted(expected, found));
    }
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
