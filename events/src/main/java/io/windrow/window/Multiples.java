package io.windrow.window;

/** The multiples of a duration since the epoch, by which times are cut. */
final class Multiples {
  private Multiples() {}

  /** The greatest multiple that is not past a time. */
  static long floor(long time, long step) {
    return Math.floorDiv(time, step) * step;
  }
}
