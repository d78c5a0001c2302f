package io.windrow.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrow.encoding.BinaryReader;
import io.windrow.encoding.BinaryWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScalarsTest {

  @Test
  void numbersOfOneValueShareAForm() {
    assertThat(Scalars.canonical(new BigDecimal("1.50")))
        .isEqualTo(Scalars.canonical(new BigDecimal("1.5")))
        .isEqualTo(new BigDecimal("1.5"));
    assertThat(Scalars.canonical(new BigDecimal("100.00"))).isEqualTo(100L);
    assertThat(Scalars.canonical(new BigDecimal("1E+2"))).isEqualTo(100L);
    assertThat(Scalars.canonical(new BigDecimal("0E-20"))).isEqualTo(0L);
  }

  @Test
  void halfACharacterIsSeenWhereverItStands() {
    assertThat(List.of("", "abc", "\uD83D\uDE00", "a\uD83D\uDE00b"))
        .noneMatch(Scalars::hasLoneSurrogate);
    assertThat(List.of("\uD83D", "\uDE00", "\uDE00\uD83D", "\uD83D\uDE00\uD83D", "a\uDE00b"))
        .allMatch(Scalars::hasLoneSurrogate);
  }

  @Property
  void anIntegerThatFitsIsALongHoweverItWasWritten(
      @ForAll long value, @ForAll @IntRange(max = 40) int scale) {
    assertThat(Scalars.canonical(BigDecimal.valueOf(value).setScale(scale))).isEqualTo(value);
  }

  @Test
  void anIntegerThatDoesNotFitStaysADecimal() {
    BigDecimal past = BigDecimal.valueOf(Long.MAX_VALUE).add(BigDecimal.ONE);

    assertThat(Scalars.canonical(past)).isEqualTo(past);
    assertThat(Scalars.canonical(new BigDecimal("1E+2147483647")))
        .isEqualTo(new BigDecimal("1E+2147483647"));
  }

  @Property
  void aTextIsWhatItIsAfterBeingStored(@ForAll String text) {
    Object canonical = Scalars.canonical(text);

    assertThat(stored(text)).isEqualTo(canonical);
    assertThat(Scalars.canonical(canonical)).isEqualTo(canonical);
  }

  @Test
  void halfASurrogatePairIsReplaced() {
    assertThat(Scalars.canonical("a\ud83d")).isEqualTo("a?");
    assertThat(Scalars.canonical("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
  }

  @Test
  void kindsComeInOrderAndValuesWithinThem() {
    List<@Nullable Object> sorted =
        Arrays.asList(
            null,
            false,
            true,
            new BigDecimal("-1E+30"),
            -1L,
            new BigDecimal("0.5"),
            1L,
            Long.MAX_VALUE,
            new BigDecimal("1E+30"),
            "",
            "1",
            "a",
            "ab",
            "\uffff",
            "\ud83d\ude00");
    List<@Nullable Object> shuffled = new ArrayList<>(sorted);
    Collections.reverse(shuffled);

    shuffled.sort(Scalars::compare);

    assertThat(shuffled).isEqualTo(sorted);
  }

  @Test
  void numbersAreComparedByValue() {
    assertThat(Scalars.compare(1L, new BigDecimal("1.00"))).isZero();
    assertThat(Scalars.compare(new BigDecimal("1.0"), new BigDecimal("1.00"))).isZero();
  }

  private static @Nullable Object stored(Object value) {
    return new BinaryReader(new BinaryWriter().writeValue(value).toBytes()).readValue();
  }
}
