package io.windrow.definition.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.windrow.contract.Vocabulary;
import io.windrow.contract.Vocabulary.Place;
import io.windrow.definition.contract.ContractCheck.Problem;
import io.windrow.expression.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The search for keywords that JSON Schema 2020-12 passes over, though they look as if they asked
 * for something: misspelled ones, and those of former drafts. Words that are like no keyword may
 * stand in a contract as annotations.
 */
final class UnknownKeywords {
  private static final Map<String, String> FORMER =
      Map.of(
          "dependencies", "dependentRequired for names, dependentSchemas for schemas",
          "additionalItems", "items, after prefixItems for what the former items listed",
          "divisibleBy", "multipleOf",
          "disallow", "not",
          "extends", "allOf",
          "$recursiveRef", "$dynamicRef",
          "$recursiveAnchor", "$dynamicAnchor");

  private final Predicate<JsonNode> isSchema;

  /**
   * A search.
   *
   * @param isSchema whether a schema's keywords have the arguments that they must have
   */
  UnknownKeywords(Predicate<JsonNode> isSchema) {
    this.isSchema = isSchema;
  }

  List<Problem> in(List<Place> schemas) {
    List<Problem> found = new ArrayList<>();
    for (Place place : schemas) {
      for (Map.Entry<String, JsonNode> keyword : place.schema().properties()) {
        String problem = problem(place.schema(), keyword.getKey(), keyword.getValue());
        if (problem != null) {
          found.add(Problem.ofKey(Vocabulary.plus(place.pointer(), keyword.getKey()), problem));
        }
      }
    }
    return found;
  }

  private @Nullable String problem(JsonNode schema, String name, JsonNode argument) {
    String asFormerly = asFormerly(schema, name, argument);
    if (asFormerly != null) {
      return "'%s' is of a former draft; write %s".formatted(name, asFormerly);
    }
    if (Vocabulary.names().contains(name) || name.startsWith("x-") || name.equals("example")) {
      return null;
    }
    String nearest = Nearest.to(name, Vocabulary.names());
    return nearest == null || !couldBe(nearest, argument)
        ? null
        : "unknown keyword '%s', which asks for nothing; did you mean '%s'?"
            .formatted(name, nearest);
  }

  /** What to write instead; null if it is not as in a former draft. */
  private static @Nullable String asFormerly(JsonNode schema, String name, JsonNode argument) {
    return switch (name) {
      case "exclusiveMinimum", "exclusiveMaximum" ->
          argument.isBoolean() ? exclusive(schema, name) : null;
      case "items" -> argument.isArray() ? "prefixItems" : null;
      case "required" ->
          argument.isBoolean() ? "\"required\": [\"…\"] in the schema of the object" : null;
      case "nullable" -> argument.asBoolean() ? "\"type\": [\"…\", \"null\"]" : null;
      default -> FORMER.get(name);
    };
  }

  private static String exclusive(JsonNode schema, String name) {
    String inclusive = name.equals("exclusiveMinimum") ? "minimum" : "maximum";
    String bound = schema.path(inclusive).asText("");
    return "\"%s\": %s without '%s'".formatted(name, bound.isEmpty() ? "…" : bound, inclusive);
  }

  private boolean couldBe(String keyword, JsonNode argument) {
    return isSchema.test(JsonNodeFactory.instance.objectNode().set(keyword, argument));
  }
}
