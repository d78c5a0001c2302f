package io.windrow.local.kinesis;

import java.util.List;
import java.util.stream.Stream;

/** The first elements of a list, and whether there are more. */
record Page<T>(List<T> elements, boolean hasMore) {

  static <T> Page<T> of(Stream<T> all, int limit) {
    List<T> found = all.limit(limit + 1L).toList();
    boolean hasMore = found.size() > limit;
    return new Page<>(hasMore ? found.subList(0, limit) : found, hasMore);
  }

  T last() {
    return elements.get(elements.size() - 1);
  }
}
