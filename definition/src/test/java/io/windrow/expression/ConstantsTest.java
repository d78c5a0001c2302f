package io.windrow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.windrow.definition.expression.ExpressionSyntaxException;
import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import io.windrow.definition.expression.Expressions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A constant that never has a value is an error of the definition, not one of every record. */
class ConstantsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          timestamp(country) > timestamp('2021-04-20')  | 1:32: '2021-04-20' is no time, expected one such as 2021-04-20T00:00:00Z
          timestamp('2021-04-20 10:00:00') > timestamp(country) | 1:11: '2021-04-20 10:00:00' is no time, expected one such as 2021-04-20T10:00:00Z
          timestamp('today') > timestamp(country)       | 1:11: 'today' is no time, expected one such as 2021-04-20T00:00:00Z
          timestamp(99999999999999) < timestamp(0)      | 1:11: a time is out of range, expected one in the years 1 to 9999
          timestamp(country) + duration('1d') > timestamp(0) | 1:31: '1d' is no duration, expected one such as 24h
          duration('2w') > duration(country)            | 1:10: '2w' is no duration, expected one such as 336h
          duration('soon') > duration(country)          | 1:10: 'soon' is no duration, expected one such as 24h
          timestamp(country).getHours('Europe/Berln') == 1 | 1:29: no time zone 'Europe/Berln', expected one such as Europe/Berlin or +02:00; did you mean Europe/Berlin?
          timestamp(0).getHours('Europe/Berln') == 1    | 1:23: no time zone 'Europe/Berln', expected one such as Europe/Berlin or +02:00; did you mean Europe/Berlin?
          quantity == int("abc")                        | 1:17: 'abc' is no whole number, expected one such as 12
          price == double("1,5")                        | 1:17: '1,5' is no number, expected one such as 1.5
          paid == bool("yes")                           | 1:14: 'yes' is neither true nor false
          quantity == 1 / 0                             | 1:17: division by zero
          quantity == 1 % 0                             | 1:17: division by zero
          quantity / 0 == 1                             | 1:12: division by zero
          price / (1.0 - 1) == 1                        | 1:14: division by zero
          quantity == [1, 2][5]                         | 1:19: no element 5 in a list of 2
          tags[-1] == 'a'                               | 1:7: no element -1 in a list
          quantity == {'a': 1}['b']                     | 1:21: no field 'b'
          {'a': 1, 'a': 2} == {'a': quantity}           | 1:1: a map has the key 'a' twice
          country.charAt(-1) == 'a'                     | 1:17: charAt: no position -1 in a string
          country == 'abc'.substring(2, 1)              | 1:27: substring cannot go from 2 back to 1
          math.sqrt(-1) > price                         | 1:10: a negative number has no square root
          9e125 * 10 > price                            | 1:7: number out of range: %
          tags.all(t, t.size() > 1 / 0)                 | 1:28: division by zero
          [1, 2].all(x, x / 0 > quantity)               | 1:19: division by zero
          paid ? 1 / 0 == 1 : true                      | 1:12: division by zero
          "paid || 1 / 0 == 1"                          | 1:13: division by zero
          country.matches('a' + '(')                    | 1:16: not a regular expression of RE2: a(%
          country.matches(shop.city)                    | 1:16: matches() takes a pattern that is the same for every event
          string(b'\\xff') == country                   | 1:7: string() takes bytes that are UTF-8
          5u == 5u                                      | 1:1: there is no uint here, since an int has 38 digits; write 5 for 5u, int(x) for uint(x)
          uint(quantity) == uint(3)                     | 1:5: there is no uint here%
          type(price) == type(country)                  | 1:5: Windrow does not evaluate type()
          """)
  void thatHasNoValueIsFoundAtItsPlace(String text, String expected) {
    String found = problems(text).get(0).toString();
    if (expected.endsWith("%")) {
      assertThat(found).startsWith(expected.substring(0, expected.length() - 1));
    } else {
      assertThat(found).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false && 1 / 0 == 1",
        "paid && false && 1 / 0 == 1",
        "true || timestamp('today') > timestamp(country)",
        "1 / 0 == 1 || true",
        "false ? quantity / 0 == 1 : paid",
        "[1, 0].exists(x, 10 / x == 10)",
        "has({'a': 1}.b) || paid",
        "paid == (1.0 / 3 > 0.3)",
        "country.matches('a' + 'b') && timestamp(country).getHours('-08:00') == 1",
      })
  void thatNobodyEvaluatesOrThatAnotherAbsorbsIsNone(String text) {
    assertThat(Cel.compile(text).type()).isEqualTo("bool");
  }

  @Test
  void allAreFoundAtOnce() {
    assertThat(problems("timestamp('a') > timestamp('b') ||\n quantity == 1 / 0"))
        .extracting(Problem::line, Problem::column)
        .containsExactly(tuple(1, 11), tuple(1, 28), tuple(2, 18));
  }

  private static List<Problem> problems(String text) {
    ExpressionSyntaxException thrown =
        catchThrowableOfType(
            ExpressionSyntaxException.class, () -> new Expressions().compile(text, Cel.SALES));
    assertThat(thrown).as(text).isNotNull();
    return thrown.problems();
  }
}
