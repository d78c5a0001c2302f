package io.windrow.aggregate;

import io.windrow.record.Scalars;

/** The greatest value. */
final class Max extends Extreme {
  Max() {
    super("max", Scalars::compare);
  }
}
