package io.windrow.definition.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.expression.Cel;
import io.windrow.expression.FieldType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTypesTest {
  private static final FieldType NUMBER = new FieldType.Number();
  private static final FieldType TEXT = new FieldType.Text();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type": "boolean"}                               | Bool[]
          {"type": ["integer"]}                             | Int[]
          {"type": ["number", "null"]}                      | OrNull[type=Number[]]
          {"type": ["integer", "number"]}                   | Number[]
          {"type": ["string", "integer"]}                   | Any[]
          {"type": "array", "items": {"type": "string"}}    | ListOf[element=Text[]]
          {"type": "array"}                                 | ListOf[element=Any[]]
          {"enum": ["a", "b"]}                              | Text[]
          {"enum": ["a", null]}                             | OrNull[type=Text[]]
          {"enum": [1, "a"]}                                | Any[]
          {"const": 5}                                      | Int[]
          {"anyOf": [{"type": "number"}, {"type": "null"}]} | OrNull[type=Number[]]
          {"type": "number", "allOf": [{"type": "integer"}]}| Int[]
          {"type": "string", "minLength": 1}                | Text[]
          {"type": "object", "additionalProperties": {"type": "number"}} | MapOf[value=Number[]]
          {"$ref": "other.json"}                            | Any[]
          true                                              | Any[]
          """)
  void isWhatTheSchemaPromises(String schema, String type) {
    assertThat(FieldTypes.ofSchema(Cel.json(schema))).hasToString(type);
  }

  @Test
  void anObjectIsClosedIfTheSchemaSaysSo() {
    String fields = "\"properties\": {\"a\": {\"type\": \"number\"}}";
    assertThat(FieldTypes.ofSchema(Cel.json("{" + fields + "}")))
        .isEqualTo(new FieldType.ObjectOf(Map.of("a", NUMBER), true));
    assertThat(FieldTypes.ofSchema(Cel.json("{\"additionalProperties\": false," + fields + "}")))
        .isEqualTo(new FieldType.ObjectOf(Map.of("a", NUMBER), false));
  }

  @Test
  void aReferenceWithinTheDocumentIsFollowedUntilItComesBackToItself() {
    FieldType type =
        FieldTypes.ofSchema(
            Cel.json(
                """
                { "$ref": "#/$defs/node",
                  "$defs": { "node": { "type": "object", "properties": {
                      "name": { "type": "string" }, "next": { "$ref": "#/$defs/node" } } } } }
                """));
    assertThat(type)
        .isEqualTo(new FieldType.ObjectOf(Map.of("name", TEXT, "next", new FieldType.Any()), true));
  }

  @Test
  void allOfMergesTheFieldsOfItsParts() {
    FieldType type =
        FieldTypes.ofSchema(
            Cel.json(
                """
                { "properties": { "a": { "type": "number" } },
                  "allOf": [ { "properties": { "b": { "type": "string" } } },
                             { "required": ["a"] } ] }
                """));
    assertThat(type).isEqualTo(new FieldType.ObjectOf(Map.of("a", NUMBER, "b", TEXT), true));
  }

  @Test
  void aScopeKnowsTheTypeAtAPath() {
    assertThat(Cel.SALES.typeOf(List.of("shop", "place", "lat"))).isEqualTo(NUMBER);
    assertThat(Cel.SALES.typeOf(List.of("more", "x"))).isEqualTo(new FieldType.Any());
    assertThat(Cel.SALES.typeOf(List.of("shop", "town"))).isNull();
    assertThat(Cel.SALES.typeOf(List.of("price", "x"))).isNull();
    assertThat(Cel.SALES.with(Map.of("ad", TEXT)).typeOf(List.of("ad"))).isEqualTo(TEXT);
  }
}
