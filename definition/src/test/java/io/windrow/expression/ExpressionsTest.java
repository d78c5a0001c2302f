package io.windrow.expression;

import static io.windrow.expression.Cel.compile;
import static io.windrow.expression.Cel.decimal;
import static io.windrow.expression.Cel.evaluate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.definition.expression.ExpressionSyntaxException;
import io.windrow.definition.expression.Expressions;
import io.windrow.definition.expression.Scope;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
  private static final Map<String, Object> SALE =
      Map.of(
          "price",
          decimal("2.50"),
          "quantity",
          3L,
          "country",
          "DE",
          "type",
          "book",
          "paid",
          true,
          "content-type",
          "text",
          "loop",
          7L,
          "tags",
          List.of("new", "red"),
          "shop",
          Map.of("city", "Ulm", "place", Map.of("lat", decimal("48.4"))),
          "lines",
          List.of(Map.of("cost", decimal("0.1"), "count", 3L), Map.of("cost", 2L, "count", 1L)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.price >= 0.0 && event.country == 'DE'",
        "price >= 0 && quantity == 3.0",
        "shop.place.lat > 48 && event.shop.city == 'Ulm'",
        "type == 'book' && event.type == type",
        "event.loop == 7 && event.`content-type` == 'text'",
        "price * quantity == 7.5",
        "0.1 + 0.2 == 0.3",
        "quantity / 2 == 1 && quantity / 2.0 == 1.5 && quantity % 2 == 1",
        "-quantity == -3 && -price == -2.5",
        "'red' in tags && !('blue' in tags) && price in [2.5, 3.0] && quantity in [3.0]",
        "size(tags) == 2 && country.size() == 2 && tags[1] == 'red'",
        "(paid ? price : 0) == 2.5",
        "country.lowerAscii() == 'de' && ' x '.trim() == 'x' && 'a-b'.split('-') == ['a', 'b']",
        "'Donau'.substring(1, 3) == 'on' && 'Donau'.indexOf('n') == 2 && 'abc'.charAt(1) == 'b'",
        "'Ulm'.replace('U', 'O') == 'Olm' && ['a', 'b'].join('-') == 'a-b'",
        "country.matches('^D[A-F]$') && country.startsWith('D') && country.contains('E')",
        "string(price) == '2.5' && int(price) == 2 && double('0.10') == 0.1 && bool('true')",
        "{'a': 1, 'b': 2}['b'] == 2 && 'a' in {'a': 1}",
        "lines.all(l, l.cost > 0) && lines.exists(l, l.count == 3)",
        "lines.map(l, l.cost * l.count) == [0.3, 2.0] && tags.filter(t, t > 'o') == ['red']",
        "lines.exists_one(l, l.count == 3) && ['x'].map(t, t + 'y') == ['xy']",
        "lines[1].cost / 3 > 0.66",
        "has(event.shop.city) && !has(event.discount) && !has(event.more.x.y)",
        "timestamp('2026-01-02T03:04:05Z').getFullYear() == 2026",
        "timestamp('2026-01-02T03:04:05Z') + duration('1h') > timestamp('2026-01-02T04:00:00Z')",
        "math.greatest(price, 9.5) == 9.5 && math.abs(-quantity) == 3 && size(b'abc') == 3",
        "math.greatest(1, 2.5, quantity) == 3 && math.least([price, 2, 2.25]) == 2",
        "math.abs(-price) == 2.5 && math.sign(-price) == -1 && math.sign(quantity) == 1",
        "math.ceil(price) == 3 && math.floor(-price) == -3 && math.trunc(-price) == -2",
        "math.round(price) == 3 && math.round(-price) == -3 && math.sqrt(6.25) == 2.5",
        "string(timestamp(0)) == '1970-01-01T00:00:00Z'",
        "[1, 2].map(x, timestamp(x)).size() == 2",
      })
  void holdsOfTheSale(String text) {
    assertThat(evaluate(text, SALE)).as(text).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({
    "price,double", "quantity,int", "discount,double", "tags,list(string)",
    "shop,'map(string, dyn)'", "price * quantity,double", "more,dyn", "country == 'x',bool",
    "lines,'list(map(string, dyn))'",
  })
  void hasATypeAsCelWritesIt(String text, String type) {
    assertThat(compile(text).type()).isEqualTo(type);
  }

  @Test
  void aNumberThatWasWrittenWholeIsADecimal() {
    assertThat(evaluate("price", Map.of("price", 5L))).isEqualTo(decimal("5"));
    assertThat(evaluate("price / 2", Map.of("price", 5L))).isEqualTo(decimal("2.5"));
  }

  @Test
  void anIntegerThatWasWrittenWithAPointIsAnInt() {
    assertThat(evaluate("quantity / 2", Map.of("quantity", decimal("5.0")))).isEqualTo(2L);
  }

  @ParameterizedTest
  @CsvSource({
    "quantity,18446744073709551615",
    "quantity * 3,55340232221128654845",
    "quantity / 2,9223372036854775807",
    "quantity % 10,5",
    "-quantity,-18446744073709551615",
    "9223372036854775807 + 1,9223372036854775808",
    "int('18446744073709551615') - quantity,0",
    "int(1E20),100000000000000000000",
  })
  void anIntPast64BitsIsAsExact(String text, BigDecimal value) {
    Map<String, Object> sale = Map.of("quantity", decimal("18446744073709551615"));
    assertThat(Comparison.equal(Frame.ofConstants(0), evaluate(text, sale), value))
        .as(text)
        .isTrue();
  }

  @Test
  void aNumberWithDigitsBehindItsPointIsNoInt() {
    assertThatThrownBy(() -> evaluate("quantity", Map.of("quantity", decimal("1.5"))))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("not a whole number");
  }

  @Test
  void aLiteralKeepsEveryDigit() {
    assertThat(evaluate("-12345678901234567890.123456789", Map.of()))
        .isEqualTo(decimal("-12345678901234567890.123456789"));
  }

  @Test
  void aQuotientIsRoundedTo38DigitsHalfEven() {
    assertThat(evaluate("2.0 / 3", Map.of())).isEqualTo(decimal("0." + "6".repeat(37) + "7"));
  }

  @ParameterizedTest
  @CsvSource({
    "'math.greatest(price, 0.0)',12345678901234567890.12",
    "'math.least([price, 1E20])',12345678901234567890.12",
    "math.abs(-price),12345678901234567890.12",
    "math.round(price),12345678901234567890",
    "math.ceil(price),12345678901234567891",
    "math.sqrt(2.0),1.4142135623730950488016887242096980786",
  })
  void theMathExtensionKeepsEveryDigit(String text, String value) {
    Map<String, Object> sale = Map.of("price", decimal("12345678901234567890.12"));
    assertThat(evaluate(text, sale)).isEqualTo(decimal(value));
  }

  @Test
  void aSumPast38DigitsIsAnErrorAndNotRounded() {
    Map<String, Object> sale = Map.of("price", new BigDecimal("1E37"));
    assertThat(evaluate("price + 1", sale)).isEqualTo(new BigDecimal("1E37").add(BigDecimal.ONE));
    assertThatThrownBy(() -> evaluate("price + 0.01", sale))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("number out of range");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "price / (price - 1)",
        "quantity / (quantity - 1)",
        "quantity % (quantity - 1)",
        "discount + 1.0",
        "tags[2]",
        "int(more)",
        "double(more)",
        "bool(more)",
        "more.getHours()",
        "timestamp('2026-01-02T03:04:05Z').getHours(more) == 1",
        "more + duration('1h')",
        "duration(more) > duration('1h')",
        "math.sqrt(-price)",
        "more < 3",
        "timestamp(more) > timestamp(0)",
      })
  void hasNoValue(String text) {
    Map<String, Object> sale =
        Map.of("quantity", 1L, "price", decimal("1"), "more", "x", "tags", List.of("a"));
    assertThatThrownBy(() -> evaluate(text, sale)).isInstanceOf(ExpressionException.class);
  }

  @Test
  void anAbsentFieldIsNamedWithItsPath() {
    assertThatThrownBy(() -> evaluate("event.shop.place.lat > 1.0", Map.of("shop", Map.of())))
        .isInstanceOf(AbsentFieldException.class)
        .hasMessage("no field shop.place");
  }

  @Test
  void aNullIsThereAndIsNull() {
    Map<String, Object> sale = Collections.singletonMap("discount", null);
    assertThat(evaluate("event.discount == null && has(event.discount)", sale)).isEqualTo(true);
    assertThat(evaluate("discount", sale)).isNull();
  }

  @Test
  void hasIsFalseWhereAnObjectOnTheWayIsAbsentOrNull() {
    assertThat(evaluate("has(event.shop.place.lat)", Map.of())).isEqualTo(false);
    assertThat(evaluate("has(event.shop.place.lat)", Collections.singletonMap("shop", null)))
        .isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({
    "price > 1.0 || paid,true",
    "paid || price > 1.0,true",
    "price > 1.0 && !paid,false",
    "!paid && price > 1.0,false",
    "'[1, 0].exists(x, 10 / x == 10)',true",
    "'[0, 1].exists(x, 10 / x == 10)',true",
    "'[0, 1].all(x, 10 / x > 99)',false",
  })
  void anOperandThatDecidesAbsorbsTheErrorOfTheOther(String text, boolean value) {
    assertThat(evaluate(text, Map.of("paid", true))).isEqualTo(value);
  }

  private static final Map<String, Object> ZERO_AND_ONE =
      Map.of("lines", List.of(Map.of("count", 0L), Map.of("count", 1L)));

  @Test
  void anErrorThatNothingAbsorbsIsThrown() {
    assertThatThrownBy(() -> evaluate("price > 1.0 || !paid", Map.of("paid", true)))
        .isInstanceOf(AbsentFieldException.class);
    assertThatThrownBy(() -> evaluate("lines.all(x, 10 / x.count > 1)", ZERO_AND_ONE))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  void aListThatAFoldMadeDoesNotChangeAfterwards() {
    assertThat(evaluate("[[1].map(x, x)].all(y, y + [2] == [1, 2] && y == [1])", Map.of()))
        .isEqualTo(true);
  }

  @Test
  void aFoldOverManyElementsIsNotQuadratic() {
    List<String> many = Collections.nCopies(200_000, "a");
    assertThat(evaluate("size(tags.map(t, t))", Map.of("tags", many))).isEqualTo(200_000L);
  }

  @Test
  void aContractWithoutFieldsLetsAnyBeRead() throws ExpressionSyntaxException {
    Scope open = Scope.ofSchema(Cel.json("{}")).with(Map.of("country", new FieldType.Text()));
    Expression expression = new Expressions().compile("event.a.b == 1.0 && country == 'DE'", open);
    Map<String, Object> event = Map.of("a", Map.of("b", 1L), "country", "DE");
    assertThat(expression.evaluate(event)).isEqualTo(true);
  }

  @Test
  void aListOfNullsIsEqualToItself() {
    Map<String, Object> sale = Map.of("more", Arrays.asList(null, 1L));
    assertThat(evaluate("more == [null, 1.0]", sale)).isEqualTo(true);
  }

  @Test
  void anExpressionTellsWhichFieldsItReads() {
    assertThat(compile("price > 0 && event.tags.exists(tag, tag == country)").reads())
        .hasValue(Set.of("price", "tags", "country"));
    assertThat(compile("has(event.paid) || has(event.shop.place.lat)").reads())
        .hasValue(Set.of("paid", "shop"));
    assertThat(compile("1 + 1").reads()).hasValue(Set.of());
  }
}
