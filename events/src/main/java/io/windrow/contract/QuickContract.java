package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrow.contract.ObjectCheck.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fast judge of the commonest schemas. It knows one answer, that fields certainly meet the
 * contract; about all else, keywords that it does not know included, it is not sure, and the
 * library decides.
 */
final class QuickContract {
  /** Keywords that assert nothing. {@code format} is among them in 2020-12. */
  static final Set<String> ANNOTATIONS =
      Set.of(
          "$comment",
          "$defs",
          "$id",
          "contentEncoding",
          "contentMediaType",
          "default",
          "deprecated",
          "description",
          "examples",
          "format",
          "readOnly",
          "title",
          "writeOnly");

  private static final Set<String> OBJECT_KEYWORDS =
      Set.of("properties", "required", "additionalProperties");

  private QuickContract() {}

  /** The check of a schema that the library has found no fault with. */
  static QuickCheck of(JsonNode schema) {
    if (schema.isBoolean()) {
      return schema.booleanValue() ? QuickCheck.ALWAYS : QuickCheck.NEVER;
    }
    QuickCheck all = QuickCheck.ALWAYS;
    for (String keyword :
        schema.properties().stream()
            .map(Map.Entry::getKey)
            .sorted(Vocabulary.CHEAPEST_FIRST)
            .toList()) {
      if (!ANNOTATIONS.contains(keyword) && !OBJECT_KEYWORDS.contains(keyword)) {
        QuickCheck check = keywordCheck(keyword, schema.get(keyword));
        all = all == QuickCheck.ALWAYS ? check : all.and(check);
      }
    }
    QuickCheck object = objectCheck(schema);
    return all == QuickCheck.ALWAYS ? object : object == QuickCheck.ALWAYS ? all : all.and(object);
  }

  private static QuickCheck keywordCheck(String keyword, JsonNode argument) {
    return switch (keyword) {
      case "$schema" ->
          argument.asText().equals(Contract.DIALECT) ? QuickCheck.ALWAYS : QuickCheck.NEVER;
      case "type" -> ScalarChecks.type(argument);
      case "enum" -> ScalarChecks.oneOf(argument);
      case "const" -> ScalarChecks.constant(argument);
      case "minimum" -> ScalarChecks.bound(argument, order -> order >= 0);
      case "exclusiveMinimum" -> ScalarChecks.bound(argument, order -> order > 0);
      case "maximum" -> ScalarChecks.bound(argument, order -> order <= 0);
      case "exclusiveMaximum" -> ScalarChecks.bound(argument, order -> order < 0);
      case "minLength" -> ScalarChecks.minLength(argument);
      case "maxLength" -> ScalarChecks.maxLength(argument);
      case "pattern" -> ScalarChecks.pattern(argument);
      case "items" -> items(of(argument));
      default -> QuickCheck.NEVER;
    };
  }

  private static QuickCheck objectCheck(JsonNode schema) {
    if (OBJECT_KEYWORDS.stream().noneMatch(schema::has)) {
      return QuickCheck.ALWAYS;
    }
    JsonNode others = schema.path("additionalProperties");
    QuickCheck additional = others.isMissingNode() ? QuickCheck.ALWAYS : of(others);
    Map<String, Property> properties = new HashMap<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      properties.put(property.getKey(), new Property(of(property.getValue()), false));
    }
    for (JsonNode name : schema.path("required")) {
      properties.merge(
          name.asText(),
          new Property(additional, true),
          (named, asRequired) -> new Property(named.check(), true));
    }
    return new ObjectCheck(properties, additional);
  }

  private static QuickCheck items(QuickCheck each) {
    return value -> {
      if (value instanceof List<?> elements) {
        for (Object element : elements) {
          if (!each.certain(element)) {
            return false;
          }
        }
      }
      return true;
    };
  }
}
