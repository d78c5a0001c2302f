package io.windrow.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}\n{\"b\":\"}{\"}\n",
        "{\"a\":1}\r\n{\"b\":\"}{\"}\r\n",
        "{\"a\":1}{\"b\":\"}{\"}",
        "{\"a\":1} {\"b\":\"}{\"}",
        "\n\n{\"a\":1}\n\n\r\n{\"b\":\"}{\"}\n\n",
        "[{\"a\":1},{\"b\":\"}{\"}]",
        " [ {\"a\":1} ,\n {\"b\":\"}{\"} ]\n",
        "[{\"a\":1}]\n[{\"b\":\"}{\"}]",
        "{\"a\":1},{\"b\":\"}{\"}",
        "\uFEFF{\"a\":1}\n{\"b\":\"}{\"}"
      })
  void objectsAreFoundWhateverStandsBetween(String payload) throws RejectedException {
    assertThat(takenOut(payload)).containsExactly("{\"a\":1}", "{\"b\":\"}{\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\t", "[]", " [ ]\n"})
  void nothingIsNoEvent(String payload) throws RejectedException {
    assertThat(takenOut(payload)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "]", "[[]]", "[,]", "]["})
  void separatorsAloneAreNoJson(String payload) {
    assertThatThrownBy(() -> takenOut(payload)).hasMessage("json.malformed");
  }

  @Test
  void anObjectMayHaveManyLines() throws RejectedException {
    String pretty = "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": [\n{\"d\": 2}\n]\n}";

    assertThat(takenOut(pretty + "\n" + pretty)).containsExactly(pretty, pretty);
    assertThat(takenOut("[\n" + pretty + ",\n{\"e\": 3}\n]")).containsExactly(pretty, "{\"e\": 3}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":x}", // its braces say where it ends
        "{\"a\":2", // cut short
        "{\"a\":\"2}", // a text that does not end
        "{\"a\":{\"b\":1}",
        "{\"a\":2,",
        "{",
        "null",
        "17",
        "\"text\"",
        "plain text, and {braces}",
        "{\n  \"a\": x,\n  \"b\": {\n  }\n}", // many lines
        "{\n  \"a\": \"x\n}",
        "{\"a\":1}}",
      })
  void aBrokenOneAmongLinesIsOneByItself(String broken) throws RejectedException {
    String good = "{\"t\":1}";

    List<String> found = takenOut(good + "\n" + broken + "\n" + good + "\n" + good + "\n");

    assertThat(found).startsWith(good).endsWith(good, good);
    assertThat(String.join("", found.subList(1, found.size() - 2))).isEqualTo(broken);
  }

  @Test
  void aBrokenOneInALineEndsWhereItsBracesSay() throws RejectedException {
    assertThat(takenOut("{\"t\":1}{\"a\":x}{\"t\":3}"))
        .containsExactly("{\"t\":1}", "{\"a\":x}", "{\"t\":3}");
    assertThat(takenOut("[{\"t\":1},{\"a\":x},{\"t\":3}]"))
        .containsExactly("{\"t\":1}", "{\"a\":x}", "{\"t\":3}");
  }

  @Test
  void whereNothingSaysWhereABrokenOneEndsTheRestIsOne() throws RejectedException {
    assertThat(takenOut("{\"t\":1}{\"a\":{\"t\":3}{\"t\":4}"))
        .containsExactly("{\"t\":1}", "{\"a\":{\"t\":3}{\"t\":4}");
    assertThat(takenOut("{\"t\":1}garbage{\"t\":3}"))
        .containsExactly("{\"t\":1}", "garbage{\"t\":3}");
  }

  @Test
  void anAggregateThatWasNotOpenedIsToldAsOne() {
    byte[] aggregate = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2, '\n', '{', '}'};

    assertThatThrownBy(() -> takenOut(aggregate)).hasMessage("record.aggregate");
  }

  @Test
  void noByteIsLostWhateverComes() throws RejectedException {
    Random random = new Random(1);
    String[] parts = {
      "{", "}", "\"", "\\", "\n", "\r", ",", "[", "]", ":", "1", "a", " ", "{\"a\":1}"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder payload = new StringBuilder("{\"t\":1}");
      for (int more = random.nextInt(20); more > 0; more--) {
        payload.append(parts[random.nextInt(parts.length)]);
      }

      String found = String.join("", takenOut(payload.toString()));

      assertThat(found.replaceAll("[\\s,\\[\\]]", ""))
          .isEqualTo(payload.toString().replaceAll("[\\s,\\[\\]]", ""));
    }
  }

  /** A reader that began anew at each broken line would read these half a million million times. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n",
        "{\"a\":[\n",
        "{\"\n",
        "{\"a\":{\n",
        "x\n",
        "{}}\n",
        "[\n{",
        "{\"a\":\"b\n"
      })
  void aMebibyteOfWhatIsBrokenIsReadInOnePass(String line) throws RejectedException {
    byte[] payload = line.repeat((1 << 20) / line.length()).getBytes(UTF_8);
    long before = System.nanoTime();

    List<String> found = takenOut(payload);

    assertThat(found).isNotEmpty();
    assertThat(System.nanoTime() - before).isLessThan(60_000_000_000L);
  }

  private static List<String> takenOut(String payload) throws RejectedException {
    return takenOut(payload.getBytes(UTF_8));
  }

  private static List<String> takenOut(byte[] payload) throws RejectedException {
    List<String> texts = new ArrayList<>();
    new JsonObjects().takeOut(payload, text -> texts.add(new String(text, ISO_8859_1)));
    return texts;
  }
}
