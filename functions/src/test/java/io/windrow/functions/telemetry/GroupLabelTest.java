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
    assertThat(GroupLabel.of(List.of("x".repeat(2_000)))).hasSize(1_024);
  }

  @Test
  void theGroupOfAllEventsHasALabelToo() {
    assertThat(GroupLabel.of(List.of())).isEqualTo("all");
    assertThat(GroupLabel.of(List.of(" "))).isEqualTo("all");
  }
}
