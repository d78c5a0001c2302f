package io.windrow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTreesTest {
  private static final Map<String, Object> SALE =
      Map.of(
          "price",
          5L,
          "quantity",
          3L,
          "country",
          "DE",
          "paid",
          true,
          "tags",
          List.of("a", "b"),
          "lines",
          List.of(Map.of("cost", 2L, "count", 3L)));

  private final ExpressionTrees trees = new ExpressionTrees();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "price * 0.10 + 1",
        "event.price >= 0.0 && event.country == 'DE' || !paid",
        "paid ? {'a': [1, 2.0, null], 'b': [true]} : {'a': [], 'b': []}",
        "has(event.shop.city)",
        "lines.filter(l, l.cost / 3 > 0.6).map(l, l.count)",
        "tags.all(t, t.matches('[a-z]'))",
        "timestamp('2026-01-02T03:04:05Z').getMonth('Europe/Berlin') + quantity",
        "string(timestamp(quantity) + duration('5s')) + string(size(b'abc'))",
        "event == event",
        "dyn(quantity) + 1 == 4 && bytes(country) == b'DE' && b'\\xff' != b'a'",
        "'a-b-c'.replace('-', '', 1) + 'a-b-c'.split('-', 2)[1]",
      })
  void anExpressionIsTheSameAfterAWayThroughText(String text) {
    Expression expression = Cel.compile(text);
    Expression read = trees.read(Cel.json(trees.write(expression).toString()));
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.type()).isEqualTo(expression.type());
    assertThat(read.evaluate(SALE)).isEqualTo(expression.evaluate(SALE));
    assertThat(trees.write(read)).isEqualTo(trees.write(expression));
  }

  @Test
  void theFormIsShort() {
    assertThat(trees.write(Cel.compile("price >= 0.0")).toString())
        .isEqualTo(
            "{\"text\":\"price >= 0.0\",\"type\":\"bool\",\"tree\":[\"call\",\"_>=_\","
                + "[\"number\",[\"field\",[\"event\"],\"price\"]],[\"literal\",\"number\",\"0.0\"]]}");
  }

  @Test
  void aPartThatIsNotKnownIsRefused() {
    assertThatThrownBy(() -> trees.read(Cel.json("{\"tree\": [\"later\"]}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[\"later\"]");
    assertThatThrownBy(() -> trees.read(Cel.json("{\"tree\": [\"call\", \"later\", [\"event\"]]}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("later");
  }
}
