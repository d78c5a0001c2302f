package io.windrow.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionKeysTest {

  @Test
  void withoutAFieldTheKeyIsTheNumberOfTheLine() {
    assertThat(PartitionKeys.of(null).of(17, "{\"a\":1}".getBytes(UTF_8))).isEqualTo("17");
  }

  @Test
  void aFieldIsFoundByItsPath() {
    assertThat(key("{\"x\":{\"b\":1},\"a\":{\"c\":[1,{\"b\":2}],\"b\":\"user\"}}"))
        .isEqualTo("user");
    assertThat(key("{\"a\":{\"b\":1.50}}")).isEqualTo("1.50");
    assertThat(key("{\"a\":{\"b\":true}}")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"a\":1}",
        "{\"a\":{}}",
        "{\"a\":{\"b\":{}}}",
        "{\"a\":{\"b\":\"\"}}",
        "x"
      })
  void aLineThatLacksTheFieldHasItsNumber(String line) {
    assertThat(key(line)).isEqualTo("17");
  }

  @Test
  void aValueThatKinesisWouldNotTakeIsNoKey() {
    assertThat(key("{\"a\":{\"b\":\"" + "k".repeat(257) + "\"}}")).isEqualTo("17");
  }

  private static String key(String line) {
    return PartitionKeys.of("a.b").of(17, line.getBytes(UTF_8));
  }
}
