package io.windrow.local.display;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void aWideCharacterTakesTwoAndAMarkNone() {
    assertThat(Columns.of("mag")).isEqualTo(3);
    assertThat(Columns.of("花蓮")).isEqualTo(4);
    assertThat(Columns.of("🌋")).isEqualTo(2);
    assertThat(Columns.of("e\u0301")).isEqualTo(1);
  }

  @Test
  void whatIsTooLongEndsWithADot() {
    assertThat(Columns.cut("magnitude", 9)).isEqualTo("magnitude");
    assertThat(Columns.cut("magnitude", 4)).isEqualTo("mag…");
    assertThat(Columns.cut("花蓮花蓮", 4)).isEqualTo("花…");
  }

  @Property
  void cutTextTakesNoMoreThanItMay(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int most) {
    assertThat(Columns.of(Columns.cut(text, most))).isLessThanOrEqualTo(most);
    assertThat(Columns.of(Columns.pad(text, most))).isGreaterThanOrEqualTo(most);
  }
}
