package io.windrow.aggregate;

import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The arithmetic mean of a number, to the nearest of 38 digits; null if no event had one. */
final class Mean extends TotalAggregate {
  Mean() {
    super("mean");
  }

  @Override
  public @Nullable Object finish(Total total) {
    return total.count() == 0
        ? null
        : Scalars.canonical(
            total.sum().divide(BigDecimal.valueOf(total.count()), Decimals.ROUNDING));
  }
}
