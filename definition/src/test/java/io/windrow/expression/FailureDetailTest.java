package io.windrow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.windrow.definition.expression.Expressions;
import io.windrow.definition.expression.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failure says to all who may not see the record: which kind of value, never which. */
class FailureDetailTest {
  private static final String SECRET = "4711";
  private static final Map<String, Object> EVENT =
      Map.of(
          "text",
          "secret " + SECRET,
          "whole",
          4711L,
          "decimal",
          new BigDecimal("4711.4711"),
          "list",
          List.of(1L),
          "object",
          Map.of("a", 1L));

  private static final Scope SCOPE =
      Scope.of(
          new FieldType.ObjectOf(
              Stream.concat(EVENT.keySet().stream(), Stream.of("missing"))
                  .collect(Collectors.toMap(name -> name, name -> new FieldType.Any())),
              false));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int(text)             | a string is no whole number, expected one such as 12",
        "double(text)          | a string is no number, expected one such as 1.5",
        "bool(text)            | a string is neither true nor false",
        "string(timestamp(text)) | a string is no time, expected one such as 2021-04-20T00:00:00Z",
        "string(duration(text)) | a string is no duration, expected one such as 24h",
        "timestamp('2021-04-20T00:00:00Z').getHours(text) | the name of no time zone",
        "object[text]          | no such key in an object",
        "object[whole]         | no such key in an object",
        "list[whole]           | no such element in a list",
        "list[text]            | [] does not take list and string",
        "whole + text          | + does not take int and string",
        "whole.inner           | whole.inner: only an object has fields, found int",
        "missing               | no field missing",
        "{text: 1, string(text): 2} | a map has one key twice",
        "text.charAt(whole)    | charAt: no such position in a string",
        "text.substring(whole) | substring: no such position in a string",
        "text.substring(4, size(text) - size(text)) | substring cannot go back",
        "math.bitShiftLeft(whole, 0 - whole) | math.bitShiftLeft does not shift by less than 0",
        "math.bitAnd(decimal, 1) | math.bitAnd takes ints of 64 bits, found another number",
        "whole / (whole - whole) | division by zero",
        "decimal * 1e70 * 1e70 | number out of range: a decimal has at most 38 digits and lies"
            + " between 1E-130 and 9.99E+125",
      })
  void namesNoValue(String expression, String detail) throws Exception {
    Expression compiled = new Expressions().compile(expression, SCOPE);

    ExpressionException failure =
        catchThrowableOfType(ExpressionException.class, () -> compiled.evaluate(EVENT));

    assertThat(failure.detail()).isEqualTo(detail).doesNotContain(SECRET);
  }
}
