package io.windrow.aggregate;

import io.windrow.record.Scalars;
import java.util.Collections;

/** The least value. */
final class Min extends Extreme {
  Min() {
    super("min", Collections.reverseOrder(Scalars::compare));
  }
}
