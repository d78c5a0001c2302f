package io.windrow.contract;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Random schemas of a small grammar. */
final class Schemas {
  private static final Arbitrary<String> TYPES =
      Arbitraries.of("string", "integer", "number", "boolean", "null", "object", "array");

  private final Arbitrary<String> names;

  Schemas(Arbitrary<String> names) {
    this.names = names;
  }

  /** Of the keywords that {@link QuickContract} knows. */
  Arbitrary<Map<String, Object>> known(int levels) {
    Arbitrary<Tuple2<String, Object>> keywords =
        levels == 0
            ? scalarKeywords()
            : Arbitraries.oneOf(
                scalarKeywords(),
                objectKeywords(orBoolean(known(levels - 1))),
                objectKeywords(orBoolean(known(levels - 1))));
    return schemaOf(keywords);
  }

  /** Of those and others. */
  Arbitrary<Map<String, Object>> any(int levels) {
    if (levels == 0) {
      return known(0);
    }
    Arbitrary<Object> inner = orBoolean(any(levels - 1));
    return schemaOf(
        Arbitraries.frequencyOf(
            Tuple.of(3, scalarKeywords()),
            Tuple.of(6, objectKeywords(inner)),
            Tuple.of(2, otherKeywords(inner))));
  }

  private static Arbitrary<Map<String, Object>> schemaOf(
      Arbitrary<Tuple2<String, Object>> keywords) {
    return keywords
        .list()
        .ofMaxSize(4)
        .map(
            chosen -> {
              Map<String, Object> schema = new LinkedHashMap<>();
              chosen.forEach(keyword -> schema.put(keyword.get1(), keyword.get2()));
              return schema;
            });
  }

  private static Arbitrary<Object> orBoolean(Arbitrary<Map<String, Object>> schemas) {
    return Arbitraries.frequencyOf(
        Tuple.of(8, schemas.map(schema -> schema)),
        Tuple.of(1, Arbitraries.of(true, false).map(flag -> flag)));
  }

  private static Arbitrary<Tuple2<String, Object>> scalarKeywords() {
    Arbitrary<Object> numbers =
        Arbitraries.of(-1L, 0L, 1L, 2L, new BigDecimal("0.5"), new BigDecimal("2.0"), 1L << 40)
            .map(number -> number);
    return Arbitraries.oneOf(
        keyword("type", TYPES),
        keyword("type", TYPES.set().ofMinSize(1).ofMaxSize(3)),
        keyword("enum", EventValues.scalars().list().ofMinSize(1).ofMaxSize(6)),
        keyword("const", EventValues.scalars()),
        keyword("minimum", numbers),
        keyword("exclusiveMinimum", numbers),
        keyword("maximum", numbers),
        keyword("exclusiveMaximum", numbers),
        keyword("minLength", Arbitraries.integers().between(0, 3)),
        keyword("maxLength", Arbitraries.integers().between(0, 3)),
        keyword("pattern", Arbitraries.of("^a", "b$", "^[ab]*$", "\\d", "")),
        keyword("format", Arbitraries.of("date", "uuid")),
        keyword("title", Arbitraries.of("a title")));
  }

  private Arbitrary<Tuple2<String, Object>> objectKeywords(Arbitrary<Object> schemas) {
    return Arbitraries.oneOf(
        keyword("properties", Arbitraries.maps(names, schemas).ofMaxSize(4)),
        keyword("required", names.set().ofMaxSize(2)),
        keyword("additionalProperties", schemas),
        keyword("items", schemas));
  }

  private Arbitrary<Tuple2<String, Object>> otherKeywords(Arbitrary<Object> schemas) {
    Arbitrary<List<Object>> several = schemas.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        keyword("allOf", several),
        keyword("anyOf", several),
        keyword("oneOf", several),
        keyword("not", schemas),
        keyword("if", schemas),
        keyword("then", schemas),
        keyword("else", schemas),
        keyword("contains", schemas),
        keyword("prefixItems", several),
        keyword("propertyNames", schemas),
        keyword("unevaluatedProperties", schemas),
        keyword("patternProperties", schemas.map(schema -> Map.of("^[ab]", schema))),
        keyword(
            "dependentRequired",
            names.list().ofMaxSize(2).uniqueElements().map(list -> Map.of("a", list))),
        keyword("minProperties", Arbitraries.integers().between(0, 3)),
        keyword("maxItems", Arbitraries.integers().between(0, 3)));
  }

  private static <T> Arbitrary<Tuple2<String, Object>> keyword(String name, Arbitrary<T> values) {
    return values.map(value -> Tuple.of(name, (Object) value));
  }
}
