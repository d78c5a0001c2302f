package io.windrow.definition.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.windrow.definition.expression.ExpressionSyntaxException.Problem;
import io.windrow.expression.Cel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionProblemsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          event.pric > 0          | 1:7: no field pric in event; did you mean price?
          prise > 0               | 1:1: no field prise in the event; did you mean price?
          evnt.price > 0          | 1:1: no field evnt in the event; did you mean event?
          shop.place.lta > 0      | 1:12: no field lta in shop.place; did you mean lat?
          lines[0].cots > 1       | 1:10: no field cots in that object; did you mean cost?
          lines.all(l, l.cots > 1)| 1:16: no field cots in l; did you mean cost?
          country.upperAsci()     | 1:9: no function upperAsci; did you mean upperAscii?
          uperAscii(country)      | 1:1: no function uperAscii; did you mean upperAscii?
          math.abss(price)        | 1:6: no function math.abss; did you mean math.abs?
          country + 1             | 1:9: + does not take (string, int)%
          country < 3             | 1:9: < does not take (string, int)%
          quantity.size()         | 1:14: size does not take int.size(); it takes string.size() or%
          shop.city.size(1)       | 1:15: size does not take string.size(int)
          country == 1            | 1:9: == compares numbers or values of one type, found (string, int)
          price ? 1 : 2           | 1:7: ? : takes a bool and two values of one type, found (double, int, int)
          discount && paid        | 1:10: && does not take (double or null, bool); it takes (bool, bool)
          country.matches('[')    | 1:16: not a regular expression of RE2: [%
          has(price)              | 1:4: has() takes a field of an object, as in has(event.price)
          1 +                     | 1:4: the expression ends too early
          (1 + 2                  | 1:7: %
          1 + * 2                 | 1:5: did not expect '*' here%
          country = 'DE'          | 1:9: '=' is no operator of CEL; a comparison is written ==
          country='DE'            | 1:8: '=' is no operator of CEL; a comparison is written ==
          price =< 1              | 1:7: '=<' is no operator of CEL; at most is written <=
          price => 1              | 1:7: '=>' is no operator of CEL; at least is written >=
          paid & paid             | 1:6: '&' is no operator of CEL; write &&
          "paid | paid"           | "1:6: '|' is no operator of CEL; write ||"
          paid and paid           | 1:6: 'and' is no operator of CEL; write &&
          (paid OR paid)          | "1:7: 'OR' is no operator of CEL; write ||"
          [paid or paid]          | "1:7: 'or' is no operator of CEL; write ||"
          not paid                | 1:1: 'not' is no operator of CEL; write !
          paid && not has(shop.city)| 1:9: 'not' is no operator of CEL; write !
          not(paid)               | 1:1: 'not' is no operator of CEL; write !
          country not in ['DE']   | 1:9: 'not' is no operator of CEL; write !
          event.not paid          | 1:11: did not expect 'paid' here
          'not' paid              | 1:7: did not expect 'paid' here
          price # 1               | 1:7: cannot read #%
          country.not()           | 1:9: no function not%
          loop == 1               | 1:1: 'loop' is a reserved word of CEL; write event.loop for a field
          9223372036854775808     | 1:1: 9223372036854775808 is past the 64 bits of an int; write it with .0 for a decimal
          1e999                   | 1:1: the number is past 38 digits or outside 1E-130 to 9.99E+125
          timestamp(0)            | 1:10: a field cannot hold a timestamp; convert it, as by string()
          dyn(timestamp(0))       | 1:4: a field cannot hold a timestamp
          price == string         | %
          more == string          | 1:9: 'string' is a type, and a type is no value here
          """)
  void isToldInAPlainSentence(String text, String expected) {
    String told = problems(text).get(0).toString();
    if (expected.endsWith("%")) {
      assertThat(told).startsWith(expected.substring(0, expected.length() - 1));
    } else {
      assertThat(told).isEqualTo(expected);
    }
  }

  @Test
  void allProblemsAreToldEachWithItsLine() {
    assertThat(problems("event.pric >= 0 &&\n  event.contry == 'DE'"))
        .extracting(Problem::line, Problem::column, Problem::nearest)
        .containsExactly(tuple(1, 7, "price"), tuple(2, 9, "country"));
  }

  @Test
  void operatorsOfOtherLanguagesAreToldAloneEachAtItsPlace() {
    assertThat(problems("'ö😀' == country and\n  (price = 2 or paid = 'yes')"))
        .extracting(Problem::line, Problem::column)
        .containsExactly(tuple(1, 17), tuple(2, 10), tuple(2, 22));
  }

  @Test
  void whatIsWrongBeforeAnOperatorOfAnotherLanguageIsToldToo() {
    assertThat(problems("country 'DE' || price = 2"))
        .extracting(Problem::toString)
        .containsExactly(
            "1:9: did not expect ''DE'' here",
            "1:23: '=' is no operator of CEL; a comparison is written ==");
  }

  @Test
  void anUnknownFieldComesWithThoseThatMayStandThere() {
    assertThat(problems("shop.town == 'Ulm'").get(0).allowed()).containsExactly("city", "place");
    assertThat(problems("x == 1").get(0).allowed()).contains("event", "price", "shop");
  }

  @Test
  void anUnknownFunctionComesWithAllThatThereAre() {
    assertThat(problems("country.foo()").get(0).allowed())
        .contains("size", "upperAscii", "math.abs", "timestamp", "exists")
        .doesNotContain("_+_", "@in", "math.@max");
  }

  @Test
  void anEmptyExpressionIsOneProblem() {
    assertThat(problems("  "))
        .extracting(Problem::message)
        .containsExactly("the expression is empty");
  }

  private static List<Problem> problems(String text) {
    ExpressionSyntaxException thrown =
        catchThrowableOfType(
            ExpressionSyntaxException.class, () -> new Expressions().compile(text, Cel.SALES));
    assertThat(thrown).as(text).isNotNull();
    return thrown.problems();
  }
}
