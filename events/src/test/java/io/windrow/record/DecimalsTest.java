package io.windrow.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static final String NINES = "99999999999999999999999999999999999999";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0E+2147483647",
        "1E-130",
        "-1E-130",
        "1E+125",
        NINES,
        "9.9999999999999999999999999999999999999E+125",
        "-9.9999999999999999999999999999999999999E+125",
        "9.9999999999999999999999999999999999999E-130",
        "1.0000000000000000000000000000000000000000000"
      })
  void whatDynamoDbHoldsIsInRange(String number) {
    assertThat(Decimals.isInRange(new BigDecimal(number))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E+126",
        "-1E+126",
        "9.9E-131",
        "1E+2147483647",
        "1E-2147483646",
        NINES + "1",
        "1.00000000000000000000000000000000000001"
      })
  void whatDynamoDbDoesNotHoldIsNot(String number) {
    assertThat(Decimals.isInRange(new BigDecimal(number))).isFalse();
  }

  @Test
  void roundingKeeps38DigitsAndSendsTiesToTheEvenDigit() {
    assertThat(Decimals.round(new BigDecimal("1" + "0".repeat(37) + ".5")))
        .isEqualByComparingTo(new BigDecimal("1E+37"));
    assertThat(Decimals.round(new BigDecimal(NINES + ".5")))
        .isEqualByComparingTo(new BigDecimal("1E+38"));
  }
}
