package io.windrow.aggregate;

import io.windrow.record.Decimals;
import io.windrow.record.Scalars;
import org.jspecify.annotations.Nullable;

/** The sum of a number, exact until it is cut to 38 digits at the end; null if no event had one. */
final class Sum extends TotalAggregate {
  Sum() {
    super("sum");
  }

  @Override
  public @Nullable Object finish(Total total) {
    return total.count() == 0 ? null : Scalars.canonical(Decimals.round(total.sum()));
  }
}
