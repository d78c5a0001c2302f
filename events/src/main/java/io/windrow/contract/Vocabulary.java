package io.windrow.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keywords of JSON Schema 2020-12 ("JSON Schema Core" and "JSON Schema Validation"), from those
 * that cost least to ask to those that cost most, each with the schemas that it holds.
 */
public final class Vocabulary {
  private static final Map<String, Inner> KEYWORDS = keywords();

  /** Keywords that are none come last. */
  static final Comparator<String> CHEAPEST_FIRST = cheapestFirst();

  private Vocabulary() {}

  /** The schemas that a keyword holds. */
  private enum Inner {
    NONE,
    ONE,
    SEVERAL,
    BY_NAME
  }

  /** A schema inside of another. */
  public record Place(JsonNode schema, String pointer) {}

  public static Set<String> names() {
    return Collections.unmodifiableSet(KEYWORDS.keySet());
  }

  /** The schemas right inside of one. */
  public static List<Place> inside(Place outer) {
    List<Place> inside = new ArrayList<>();
    for (Map.Entry<String, JsonNode> keyword : outer.schema().properties()) {
      JsonNode argument = keyword.getValue();
      String pointer = plus(outer.pointer(), keyword.getKey());
      switch (KEYWORDS.getOrDefault(keyword.getKey(), Inner.NONE)) {
        case NONE -> {}
        case ONE -> inside.add(new Place(argument, pointer));
        case SEVERAL -> {
          for (int i = 0; i < argument.size(); i++) {
            inside.add(new Place(argument.path(i), pointer + "/" + i));
          }
        }
        case BY_NAME ->
            argument
                .properties()
                .forEach(
                    named ->
                        inside.add(new Place(named.getValue(), plus(pointer, named.getKey()))));
      }
    }
    return inside;
  }

  /** A JSON Pointer with another name at its end. */
  public static String plus(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static Comparator<String> cheapestFirst() {
    List<String> order = List.copyOf(KEYWORDS.keySet());
    Map<String, Integer> ranks = new HashMap<>();
    order.forEach(name -> ranks.put(name, ranks.size()));
    return Comparator.comparing(name -> ranks.getOrDefault(name, order.size()));
  }

  private static Map<String, Inner> keywords() {
    Map<String, Inner> keywords = new LinkedHashMap<>();
    add(keywords, Inner.NONE, "$schema", "$id", "$anchor", "$dynamicAnchor", "$vocabulary");
    add(keywords, Inner.NONE, "$comment", "title", "description", "default", "deprecated");
    add(keywords, Inner.NONE, "readOnly", "writeOnly", "examples", "format");
    add(keywords, Inner.NONE, "contentEncoding", "contentMediaType");
    add(keywords, Inner.ONE, "contentSchema");
    add(keywords, Inner.BY_NAME, "$defs", "definitions");
    add(keywords, Inner.NONE, "type", "required", "minimum", "maximum", "exclusiveMinimum");
    add(keywords, Inner.NONE, "exclusiveMaximum", "minItems", "maxItems", "minProperties");
    add(keywords, Inner.NONE, "maxProperties", "dependentRequired", "multipleOf");
    add(keywords, Inner.NONE, "minLength", "maxLength", "const", "enum", "pattern");
    add(keywords, Inner.BY_NAME, "properties", "patternProperties");
    add(keywords, Inner.ONE, "additionalProperties", "propertyNames");
    add(keywords, Inner.SEVERAL, "prefixItems");
    add(keywords, Inner.ONE, "items", "contains");
    add(keywords, Inner.NONE, "minContains", "maxContains", "uniqueItems");
    add(keywords, Inner.BY_NAME, "dependentSchemas");
    add(keywords, Inner.SEVERAL, "allOf", "anyOf", "oneOf");
    add(keywords, Inner.ONE, "not", "if", "then", "else");
    add(keywords, Inner.NONE, "$ref", "$dynamicRef");
    add(keywords, Inner.ONE, "unevaluatedItems", "unevaluatedProperties");
    return keywords;
  }

  private static void add(Map<String, Inner> keywords, Inner inner, String... names) {
    for (String name : names) {
      keywords.put(name, inner);
    }
  }
}
