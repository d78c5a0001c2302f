package io.windrow.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
  @Test
  void aPathLeadsThroughObjects() {
    Map<String, Object> fields = Map.of("properties", Map.of("mag", 5L), "id", "x");

    assertThat(FieldPath.of("properties.mag").in(fields)).isEqualTo(5L);
    assertThat(FieldPath.of("id").in(fields)).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "properties.mag          | properties,mag",
        "@timestamp              | @timestamp",
        "user-agent              | user-agent",
        "`log.level`             | log.level",
        "http.`status.code`.text | http,status.code,text",
        "[\"log.level\"]           | log.level",
        "http['status.code']     | http,status.code",
        "a..b                    | a..b",
        "a[0]                    | a[0]",
        "`a                      | `a",
      })
  void aNameWithDotsStandsInBackquotesOrBrackets(String text, String names) {
    assertThat(FieldPath.of(text).names()).containsExactly(names.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "properties.mag",
        "event.`log.level`",
        "http.`status.code`",
        "event[\"@timestamp\"]",
        "event.`in`.value",
        "a[\"größe\"].b",
      })
  void anExpressionWritesAPathAsItIsRead(String text) {
    List<String> names = FieldPath.of(text).names();
    List<String> inEvent = names.get(0).equals("event") ? names.subList(1, names.size()) : names;

    assertThat(FieldNotation.expression(new FieldPath(inEvent))).isEqualTo(text);
  }

  @Test
  void quotesInANameAreEscaped() {
    assertThat(FieldNotation.expression(new FieldPath(List.of("a\"b\\c"))))
        .isEqualTo("event[\"a\\\"b\\\\c\"]");
  }

  @Test
  void whereNoObjectIsThereIsNoField() {
    Map<String, Object> fields = Map.of("id", "x", "list", List.of(Map.of("a", 1L)));

    assertThat(FieldPath.of("id.length").in(fields)).isNull();
    assertThat(FieldPath.of("list.a").in(fields)).isNull();
    assertThat(FieldPath.of("none.at.all").in(fields)).isNull();
  }

  @Test
  void aPathIsAnEscapedJsonPointer() {
    assertThat(FieldPath.of("properties.mag").pointer()).isEqualTo("/properties/mag");
    assertThat(new FieldPath(List.of("a/b~c")).pointer()).isEqualTo("/a~1b~0c");
  }
}
