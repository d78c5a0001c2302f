package io.windrow.functions.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupLabelTest {

  @Test
  void theValuesOfAGroupStandSideBySide() {
    assertThat(GroupLabel.of(Arrays.asList("PT", 5L, null))).isEqualTo("PT, 5, null");
  }

  @Test
  void whatCloudWatchRefusesIsEscaped() {
    assertThat(GroupLabel.of(List.of("São\n"))).isEqualTo("S\\u00e3o\\u000a");
    assertThat(GroupLabel.of(List.of(":a"))).isEqualTo(" :a");
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
    assertThat(GroupLabel.of(List.of(" "))).isEqualTo("all");
  }
}
