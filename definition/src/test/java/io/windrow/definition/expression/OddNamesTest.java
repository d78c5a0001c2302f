package io.windrow.definition.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.windrow.expression.AbsentFieldException;
import io.windrow.expression.Cel;
import io.windrow.expression.Expression;
import io.windrow.record.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields whose names are no identifiers. */
class OddNamesTest {
  private static final Scope SCOPE =
      Scope.ofSchema(
          Cel.json(
              """
              { "type": "object", "properties": {
                  "@timestamp": { "type": "string" }, "log.level": { "type": "string" },
                  "http.status": { "type": "integer" }, "trace id": { "type": "string" },
                  "größe": { "type": "number" }, "in": { "type": "integer" },
                  "http": { "type": "object", "properties": {
                      "status": { "type": "string" }, "@version": { "type": "integer" } } },
                  "items": { "type": "array", "items": { "type": "object", "properties": {
                      "unit-price": { "type": "number" } } } },
                  "item.price": { "type": "string" }, "labels": {} } }
              """));

  private static final Map<String, Object> EVENT =
      Map.of(
          "@timestamp",
          "now",
          "log.level",
          "warn",
          "http.status",
          404L,
          "trace id",
          "t1",
          "größe",
          2L,
          "in",
          7L,
          "http",
          Map.of("status", "nested", "@version", 3L),
          "items",
          List.of(Map.of("unit-price", 5L)),
          "labels",
          Map.of("app/name", "shop"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event['@timestamp'] == 'now' && event[\"log.level\"] == 'warn'",
        "event.`log.level` == 'warn' && event.`trace id` == 't1' && event.`in` == 7",
        "event.`http.status` == 404 && event.http.status == 'nested' && http.status == 'nested'",
        "event['größe'] / 4 == 0.5",
        "http['@version'] + 1 == 4 && event['http']['@version'] == 3 && event['http'].status != ''",
        "items.all(i, i.`unit-price` == 5.0) && items.exists(i, i['unit-price'] == 5.0)",
        "items[0]['unit-price'] == 5.0",
        "labels['app/name'] == 'shop' && labels.`app/name`.startsWith('s')",
        "{'a b': 1}['a b'] == 1 && [{'a b': 1}].all(m, m['a b'] == 1)",
        "has(event['@timestamp']) && has(http['@version']) && !has(labels['none'].x)",
        "has(event['http'].status) && !has(event.`item.price`)",
      })
  void areReadInBackquotesAndInBrackets(String text) throws ExpressionSyntaxException {
    assertThat(compile(text).evaluate(EVENT)).as(text).isEqualTo(true);
  }

  @Test
  void areReadFromTheEventOneByOne() throws ExpressionSyntaxException {
    assertThat(compile("event['@timestamp'] + event.`log.level`").reads())
        .contains(Set.of("@timestamp", "log.level"));
  }

  @Test
  void anAbsentOneIsAbsentAndNotAFailure() {
    assertThatThrownBy(() -> compile("event['@timestamp']").evaluate(Map.of()))
        .isInstanceOf(AbsentFieldException.class)
        .hasMessage("no field @timestamp");
  }

  @ParameterizedTest
  @CsvSource({
    "event['@timestamp'],@timestamp",
    "event.`http.status`,http.status",
    "http['@version'],http/@version",
    "http.status,http/status",
    "event['größe'],größe",
  })
  void areFieldsWithAPath(String text, String names) throws ExpressionSyntaxException {
    assertThat(compile(text).fieldPath()).contains(new FieldPath(List.of(names.split("/"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"event['größe'] + 1", "items[0].`unit-price`", "labels[event.`trace id`]"})
  void moreThanAFieldHasNoPath(String text) throws ExpressionSyntaxException {
    assertThat(compile(text).fieldPath()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "event['@timestamp'] > 1 | 1:21: > does not take (string, int)",
        "event['@timestmp'] == '' | 1:6: no field @timestmp in event; did you mean [\"@timestamp\"]?",
        "event[event.`trace id`] == 1 | 1:6: [ ] does not take (object event, string)",
        "log.level == '' | 1:1: no field log in the event; did you mean event.`log.level`?",
        "event.log.level == '' | 1:7: no field log in event; did you mean `log.level`?",
        "items.all(item, item.price > 1.0) | 1:22: no field price in item",
        "event.`@timestamp` != '' | 1:7: cannot read `@timestamp` here; the field of that name is written event[\"@timestamp\"]",
        "@timestamp != '' | 1:1: cannot read @timestamp here; the field of that name is written event[\"@timestamp\"]",
        "1.0 < größe | 1:7: cannot read größe here; the field of that name is written event[\"größe\"]",
        "`trace id` == '' | 1:1: cannot read `trace id` here; the field of that name is written event.`trace id`",
      })
  void areToldAsTheyAreWritten(String text, String expected) {
    ExpressionSyntaxException thrown =
        catchThrowableOfType(ExpressionSyntaxException.class, () -> compile(text));

    assertThat(thrown).as(text).isNotNull();
    assertThat(thrown.problems()).hasSize(1);
    assertThat(thrown.problems().get(0).toString()).startsWith(expected);
  }

  private static Expression compile(String text) throws ExpressionSyntaxException {
    return new Expressions().compile(text, SCOPE);
  }
}
