package io.windrow.functions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupLabelTest {

  private static final String HASH = " [0-9a-f-]{36}";

  @Test
  void theValuesOfAGroupStandSideBySide() {
    assertThat(GroupLabel.of(List.of("PT", 5L, true))).isEqualTo("PT, 5, true");
    assertThat(GroupLabel.of(List.of("null"))).isEqualTo("null");
  }

  @Test
  void whatCloudWatchRefusesIsEscaped() {
    assertThat(GroupLabel.of(List.of("São\n"))).matches("S\\\\u00e3o\\\\u000a" + HASH);
    assertThat(GroupLabel.of(List.of(":a"))).matches(" :a" + HASH);
  }

  @Test
  void groupsThatWouldReadTheSameHaveLabelsOfTheirOwn() {
    List<List<@Nullable Object>> groups =
        List.of(
            Arrays.asList("PT", null),
            Arrays.asList("PT", "null"),
            Arrays.asList("a, b", "c"),
            Arrays.asList("a", "b, c"),
            Arrays.asList("São", "x"),
            Arrays.asList("S\\u00e3o", "x"),
            Arrays.asList("", ""),
            Arrays.asList(" ", ""),
            Arrays.asList(":a", "x"),
            Arrays.asList(" :a", "x"));

    assertThat(groups.stream().map(GroupLabel::of)).doesNotHaveDuplicates();
    assertThat(GroupLabel.of(groups.get(0))).matches("PT, null" + HASH);
  }

  @Test
  void longTextsThatDifferOnlyAtTheirEndHaveLabelsOfTheirOwn() {
    String text = "x".repeat(2_000);
    assertThat(GroupLabel.of(List.of(text))).hasSize(1_024).startsWith("xxx");
    assertThat(GroupLabel.of(List.of(text))).isNotEqualTo(GroupLabel.of(List.of(text + "y")));
  }

  @Test
  void theGroupOfAllEventsHasALabelToo() {
    assertThat(GroupLabel.of(List.of())).isEqualTo("all");
    assertThat(GroupLabel.of(List.of(" "))).matches("all" + HASH);
  }
}
