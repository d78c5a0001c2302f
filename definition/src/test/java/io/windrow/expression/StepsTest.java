package io.windrow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrow.definition.expression.ExpressionSyntaxException;
import io.windrow.definition.expression.Expressions;
import io.windrow.definition.expression.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No expression takes more steps than in proportion to the record, here one of 1 MiB. */
class StepsTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final Scope SCOPE =
      Scope.of(
          new FieldType.ObjectOf(
              Map.of(
                  "text", new FieldType.Text(),
                  "other", new FieldType.Text(),
                  "part", new FieldType.Text(),
                  "words", new FieldType.ListOf(new FieldType.Text()),
                  "more", new FieldType.ListOf(new FieldType.Text()),
                  "numbers", new FieldType.ListOf(new FieldType.Int())),
              false));

  private static final Map<String, Object> LARGE = event(MEBIBYTE);

  /** An event of about so many characters, on which a search without a table is at its worst. */
  private static Map<String, Object> event(int size) {
    int sixth = size / 6;
    Map<String, Object> event = new HashMap<>();
    event.put("text", "a".repeat(sixth));
    event.put("other", "a".repeat(sixth));
    event.put("part", "a".repeat(sixth / 2) + "b" + "a".repeat(sixth / 3));
    event.put("words", new ArrayList<>(Collections.nCopies(sixth / 8, "word")));
    event.put("more", new ArrayList<>(Collections.nCopies(sixth / 8, "word")));
    event.put("numbers", new ArrayList<>(Collections.nCopies(sixth / 4, 7L)));
    return event;
  }

  private static CheckedExpression compile(String text) {
    try {
      return (CheckedExpression) new Expressions().compile(text, SCOPE);
    } catch (ExpressionSyntaxException e) {
      throw new AssertionError(text + "\n" + e.getMessage(), e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text.contains(part)",
        "text.indexOf(part) < 0",
        "text.indexOf(part, 3) < 0",
        "text.lastIndexOf(part) < 0",
        "text.lastIndexOf(part, 90000) < 0",
        "(text + text).contains('aaaaaaaaaaaab')",
        "text.replace(part, '') == text",
        "text.replace('a', 'bb') == ''",
        "text.replace('aa', '', 9) == ''",
        "text.split(part) == []",
        "text.split('a') == []",
        "text.split('') == []",
        "words.join() == ''",
        "words.join(', ') == ''",
        "text.lowerAscii() == text.upperAscii()",
        "text.trim().reverse() == other",
        "strings.quote(text) == other",
        "size(text) == text.size()",
        "text.charAt(9) == text.substring(9)",
        "text.startsWith(other) && text.endsWith(other)",
        "text.matches('^(a|aa|ab?)*c$')",
        "text.matches('(a*)*b')",
        "text == other && text <= other && text + 'b' > other",
        "bytes(text) == bytes(other) && bytes(text) < bytes(other) + b'a'",
        "string(bytes(text)) == other && size(bytes(text)) == 1",
        "words == more && words + more == more + words",
        "'b' in words || text in {text: 1} || {text: 1}[text] == 2",
        "words.all(w, w == 'word') && !words.exists(w, w == 'x') && words.exists_one(w, w == 'x')",
        "words.map(w, w + '!').filter(w, w.startsWith('x')) == []",
        "math.greatest(numbers) == math.least(numbers)",
        "numbers.all(n, double(n) * 1.5 / 7 > 0.0 && string(n) == '7' && int('7') == n)",
        "numbers.map(n, timestamp(n)).all(t, t < timestamp('2021-01-01T00:00:00Z'))",
        "event == event",
      })
  void aFunctionIsLinear(String text) {
    CheckedExpression expression = compile(text);
    assertThatCode(() -> expression.evaluate(LARGE)).doesNotThrowAnyException();
    long steps = expression.steps(event(MEBIBYTE / 4));
    assertThat(steps).isPositive();
    assertThat(expression.steps(event(MEBIBYTE / 2))).isBetween(steps, 2 * steps + 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words.all(x, more.exists(y, x + y == 'wordword2') || true)",
        "words.all(x, more.all(y, words.all(z, x == y && y == z)))",
        "words.all(x, !(x + '!' in more))",
        "words.all(x, words == more)",
        "words.map(x, text + x) == []",
        "words.map(x, more + [x]) == []",
        "words.all(x, text == other)",
        "words.all(x, text <= other)",
        "words.all(x, !text.contains(part))",
        "words.all(x, !text.contains('b'))",
        "words.all(x, text.lastIndexOf(part) < 0)",
        "words.all(x, size(text) > 0)",
        "words.all(x, text.charAt(1) == 'a')",
        "words.all(x, text.lowerAscii() == text)",
        "words.all(x, text.trim() != 'a')",
        "words.all(x, text.split('b') != [])",
        "words.all(x, text.replace('b', '') != '')",
        "words.all(x, text.matches('a$'))",
        "words.all(x, more.join() != '')",
        "words.all(x, !(text in {'a': 1}))",
        "words.all(x, size(bytes(text)) > 0)",
        "words.all(x, math.greatest(numbers) == 7)",
        "text.replace('a', other) == ''",
        "text.replace('', other) == ''",
        "words.join(text) == ''",
        "[text].map(t, t + t).map(t, t + t).map(t, t + t).map(t, t + t).map(t, t + t)"
            + ".map(t, t + t).map(t, t + t).map(t, t + t).map(t, t + t).map(t, t + t) == []",
        "[words].map(t, t + t).map(t, t + t).map(t, t + t).map(t, t + t).map(t, t + t)"
            + ".map(t, t + t).map(t, t + t).map(t, t + t).map(t, t + t).map(t, t + t) == []",
      })
  void whatIsNotLinearIsCutShort(String text) {
    CheckedExpression expression = compile("true || " + text.replace("true || ", ""));
    assertThat(expression.evaluate(LARGE)).isEqualTo(true);
    assertThatThrownBy(() -> compile(text).evaluate(LARGE))
        .isInstanceOf(TooManyStepsException.class)
        .hasMessageMatching("takes more than [0-9]+ steps");
    assertThatCode(() -> compile(text).evaluate(event(60))).doesNotThrowAnyException();
  }

  @Test
  void nothingAbsorbsThatTheStepsAreUsedUp() {
    assertThatThrownBy(
            () -> compile("words.all(x, !(x + '!' in more)) || true == !false").evaluate(LARGE))
        .isInstanceOf(TooManyStepsException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int(text) == 1",
        "double(text) == 1.0",
        "timestamp(text) > timestamp(0)",
        "duration(text) > duration('1s')",
        "timestamp(0).getHours(text) == 1",
        "bool(text)",
      })
  void aTextThatIsTooLongToHaveAValueIsNotRead(String text) {
    CheckedExpression expression = compile(text);
    for (String digit : List.of("0", "1h", "9", "+01:00")) {
      Map<String, Object> event = Map.of("text", digit.repeat(MEBIBYTE / digit.length()));
      assertThatThrownBy(() -> expression.evaluate(event))
          .isInstanceOf(ExpressionException.class)
          .message()
          .hasSizeLessThan(200);
      assertThat(expression.steps(event)).isLessThan(100);
    }
  }

  @Test
  void theLimitGrowsWithWhatTheExpressionReads() {
    Map<String, Object> event = Map.of("text", "abcd", "other", "a".repeat(1000));
    assertThat(compile("text == 'a'").limit(event)).isEqualTo(100_000 + 64 * (4 + 4));
    assertThat(compile("text == other").limit(event)).isEqualTo(100_000 + 64 * (8 + 1004));
  }

  @Test
  void aSearchOfALongPartFindsWhatTheJdkFinds() {
    List<String> parts =
        List.of("abababababab", "aabaabaabaaba", "abcdefghij", "aaaaaaaaab", "baaaaaaaaa", "b", "");
    String text = "abcabababababababacaabaabaabaabaabaabaaaaaaaaabaaaaaaaaaabcdefghijx";
    for (String part : parts) {
      for (int from = 0; from <= text.length(); from++) {
        Frame frame = Frame.ofConstants(0);
        assertThat(new Search(frame, part).first(text, from)).isEqualTo(text.indexOf(part, from));
        assertThat(Search.last(frame, text, part, from)).isEqualTo(text.lastIndexOf(part, from));
      }
    }
  }
}
