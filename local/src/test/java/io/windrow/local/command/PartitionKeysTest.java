package io.windrow.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionKeysTest {

  @Test
  void aByteOrderMarkIsPassedOver() {
    byte[] line = "\uFEFF{\"id\":\"a\"}".getBytes(UTF_8);

    assertThat(PartitionKeys.of("id").of(7, line)).isEqualTo("a");
  }

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
  @ValueSource(strings = {"@id", "a.`b.c`", "a[\"b.c\"]"})
  void aNameThatIsNoIdentifierIsFoundToo(String field) {
    byte[] line = "{\"a\":{\"b.c\":\"user\"},\"@id\":\"user\"}".getBytes(UTF_8);

    assertThat(PartitionKeys.of(field).of(17, line)).isEqualTo("user");
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

  @Test
  void linesThatLackTheFieldAreCountedAndSpokenOf() {
    PartitionKeys keys = PartitionKeys.of("a.b");
    String first = keys.of(1, "{\"a\":{\"b\":\"user\"}}".getBytes(UTF_8));
    String second = keys.of(2, "{\"a\":{}}".getBytes(UTF_8));
    String third = keys.of(3, "{".getBytes(UTF_8));

    assertThat(List.of(first, second, third)).containsExactly("user", "2", "3");
    assertThat(keys.remark().orElseThrow())
        .contains("Lines without the field a.b", ": 2.", "by its line's number instead");
  }

  @Test
  void nothingIsSaidWhenEveryLineHasTheFieldOrNoneIsAskedFor() {
    PartitionKeys byField = PartitionKeys.of("a");
    PartitionKeys byNumber = PartitionKeys.of(null);

    assertThat(byField.of(1, "{\"a\":1}".getBytes(UTF_8))).isEqualTo("1");
    assertThat(byNumber.of(2, "{".getBytes(UTF_8))).isEqualTo("2");
    assertThat(byField.remark()).isEmpty();
    assertThat(byNumber.remark()).isEmpty();
  }

  private static String key(String line) {
    return PartitionKeys.of("a.b").of(17, line.getBytes(UTF_8));
  }
}
