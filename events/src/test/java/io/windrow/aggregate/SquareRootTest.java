package io.windrow.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SquareRootTest {
  private static final String DIGITS = "1" + "0".repeat(36);

  @Test
  void aTieGoesToTheEvenDigit() {
    assertThat(root(new BigDecimal(DIGITS + "1.5").pow(2)))
        .isEqualByComparingTo(new BigDecimal(DIGITS + "2"));
    assertThat(root(new BigDecimal(DIGITS + "2.5").pow(2)))
        .isEqualByComparingTo(new BigDecimal(DIGITS + "2"));
  }

  @Test
  void theLeastBitPastATieGoesUpAndBeforeItGoesDown() {
    BigDecimal tie = new BigDecimal(DIGITS + "2.5").pow(2);
    BigDecimal least = new BigDecimal("1E-300");

    assertThat(root(tie.add(least))).isEqualByComparingTo(new BigDecimal(DIGITS + "3"));
    assertThat(root(tie.subtract(least))).isEqualByComparingTo(new BigDecimal(DIGITS + "2"));
  }

  @Test
  void theRestOfADivisionDecidesATie() {
    BigDecimal tie = new BigDecimal(DIGITS + "2.5").pow(2);
    BigDecimal denominator = new BigDecimal("3E+400");
    BigDecimal numerator = tie.multiply(denominator);

    assertThat(SquareRoot.ofQuotient(numerator.add(BigDecimal.ONE), denominator))
        .isEqualByComparingTo(new BigDecimal(DIGITS + "3"));
    assertThat(SquareRoot.ofQuotient(numerator, denominator))
        .isEqualByComparingTo(new BigDecimal(DIGITS + "2"));
  }

  private static BigDecimal root(BigDecimal square) {
    return SquareRoot.ofQuotient(square, BigDecimal.ONE);
  }
}
