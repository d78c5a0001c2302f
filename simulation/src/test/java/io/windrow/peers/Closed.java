package io.windrow.peers;

import io.windrow.view.Result;
import org.jspecify.annotations.Nullable;

/** A final result of a case: the sum of the values of one key in one window. */
record Closed(@Nullable String key, long start, long end, long sum) {

  static Closed of(Result result) {
    Object sum = result.values().get("sum");
    return new Closed(
        (String) result.group().get("key"),
        result.windowStart(),
        result.windowEnd(),
        sum instanceof Long total ? total : Long.MIN_VALUE);
  }
}
