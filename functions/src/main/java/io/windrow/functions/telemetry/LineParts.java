package io.windrow.functions.telemetry;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one log line can't hold, in parts that each fit: a line has 100 metrics at most, and a
 * metric in it 100 values (Amazon CloudWatch User Guide, "Specification: Embedded metric format").
 * CloudWatch takes nothing at all from a line that has more.
 */
final class LineParts {
  static final int LARGEST = 100;

  private LineParts() {}

  static <T> List<List<T>> of(List<T> all) {
    return IntStream.iterate(0, start -> start < all.size(), start -> start + LARGEST)
        .mapToObj(start -> all.subList(start, Math.min(all.size(), start + LARGEST)))
        .toList();
  }
}
