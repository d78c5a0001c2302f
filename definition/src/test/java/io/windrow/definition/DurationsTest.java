package io.windrow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "0s,0",
    "500ms,500",
    "10s,10000",
    "5m,300000",
    "1h,3600000",
    "7d,604800000",
    "1m30s,90000"
  })
  void aNumberAndAUnitAreADuration(String text, long millis) {
    assertThat(Durations.parse(text)).hasValue(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "s", "-1s", "1.5s", "10 s", "1s1m", "1w", "10S", "9999999999999999999d"})
  void anythingElseIsNone(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @Property
  void whatIsFormattedIsReadAgain(
      @ForAll @LongRange(min = 0, max = 80_000_000_000_000_000L) long millis) {
    assertThat(Durations.parse(Durations.format(millis))).hasValue(millis);
  }

  @Property
  void aNegativeTimeIsNone(@ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long millis) {
    assertThat(Durations.parse(Durations.format(millis))).isEmpty();
  }
}
